"""Whether a matter is charged, and what a text on fees tells: the amount, the document, its number, the provision."""

import re

from workbench.checks.guide_facts import filled
from workbench.checks.item import Item
from workbench.checks.row_facts import LEVY, type_of
from workbench.checks.ticks import answer
from workbench.records.tidy import fold

CHARGED, STANDARD, BASIS = "是否收费", "收费标准", "收费依据"
YES, NO = "是", "否"
_NUMERAL = r"[\d零〇一二三四五六七八九十百千万两]"
AMOUNT = re.compile(
    rf"(?<![\d.])(?:\d{{1,12}}(?:\.\d{{1,6}})?|[零〇一二三四五六七八九十百千万两]{{1,12}})(?:万|亿|百|千)?(?:元|角|美元)|(?<![\d.])\d{{1,12}}(?:\.\d{{1,6}})?[%‰]|[百千万]分之{_NUMERAL}"
)
_FREE = re.compile(r"免|零收费|不收|停征|取消|暂停")
_NAME = re.compile(
    r"《[^》]+》|关于[^,，。;；()]{2,80}?(?:通知|批复|复函|函|意见|规定|办法|公告)|[\u4e00-\u9fa5]{4,60}?(?:条例|办法|通知|目录)(?=\()"
)
NUMBER = re.compile(
    rf"[〔﹝\[(【](?:19|20)?\d{{2}}[〕﹞\])】](?:第)?\d+号|令\(?(?:第)?{_NUMERAL}+号|第{_NUMERAL}+号令|(?:19|20)\d{{2}}年第?\d+号|届{_NUMERAL}*[^()]*会议"
)
_PROVISION = re.compile(
    rf"第{_NUMERAL}+(?:条|款|项|点|目|部分|类|章|节)|附件|附表|附录|[)》号][,，]?[(（]?[一二三四五六七八九十]+[)）、]"
)


def charged(item: Item) -> str:
    """是 or 否; blank where neither or both are chosen."""
    options = answer(filled(item, CHARGED), (YES, NO)).options
    return options[0] if len(options) == 1 else ""


def is_levy(item: Item) -> bool:
    """Whether the matter is 行政征收: by its type, else by its name (附件1 4.2.1)."""
    if type_of(item):
        return type_of(item) == LEVY
    return bool(item.guide and item.guide.name.strip().endswith("的征收"))


def lacks(text: str, *, amount: bool) -> list[str]:
    """What a text on fees lacks, in the words of 附件2 三(二)13、14."""
    folded = fold(text)
    wanted = (
        ("收费金额或比例", not amount or bool(AMOUNT.search(folded) or _FREE.search(folded))),
        ("文件名称", bool(_NAME.search(folded))),
        ("文号", bool(NUMBER.search(folded))),
        ("具体条款", bool(_PROVISION.search(folded))),
    )
    return [what for what, told in wanted if not told]


def explains_no_fee(text: str) -> bool:
    """Whether a text says why nothing is charged: 免征, 停征, 取消."""
    return bool(_FREE.search(fold(text)))
