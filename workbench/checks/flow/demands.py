"""Documents that running text wants handed in (国发55号 二(五))."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from workbench.checks.material_names import core
from workbench.records import Guide, Span
from workbench.records.tidy import bare

LIKENESS = 75
_CLAUSE = re.compile(r"[^。；;，,\n？?！!（(）)→⇒➔➜↓>＞]+[？?]?")
_ASKS = re.compile(r"提供|提交|携带|递交|出示|附送|上传|补交|交验|另附|自带|带上|带齐")
#: What is asked for is a document with one of these ends.
_DOCUMENT = re.compile(
    r"^(?P<name>(?:[^、和及与或：:]{0,30}?《[^》]+》|[^、《》：:]{0,30}?(?:证明|证书|执照|许可证|户口[簿本]|身份证件?|证件|报告书?|报告表|批复|批文|意见书|承诺书|协议书?|合同|介绍信|推荐信|推荐函|委托书|照片|发票|公证书|鉴定书|[^签公认保验查论]证)))"
    r"(?:的)?(?:材料|文件|原件|复印件|副本|正本|正副本|等|一份|\d份|一式.{1,2}份|（[^）]*）|\([^)]*\)|及复印件|和复印件|到|至|办理|前往|即可|后|方可|才能|用于|进行|一套|各|供|给).*$|"
    r"^(?P<whole>.{0,30}?(?:证明|证书|执照|许可证|户口[簿本]|身份证件?|证件|报告书?|报告表|批复|批文|意见书|承诺书|协议书?|合同|介绍信|推荐信|推荐函|委托书|照片|发票|公证书|鉴定书|[^签公认保验查论]证|《[^》]+》))$"
)
_PARTS = re.compile(r"[、]|以及|(?<=[证明书照件簿本告》])(?:和|及|与|或者?)(?!复印件|副本)")
#: The sentence says that it is not needed, or that somebody else hands it in or out.
_NOT_ASKED = re.compile(
    r"无[需须]|不(?:需|用|必|须|得|再|要|能)|免(?:予|于|交)|取消|不要求|是否|虚假|伪造|打印|查询"
    r"|(?<!由)(?<!到)(?<!在)(?<!向)(?:窗口|我[局厅委]|机关|部门|工作人员|大厅|中心|专家|[\u4e00-\u9fa5]组|检测机构|评估机构|处室|科室|技术机构)(?:应|须|需)?(?:提供|出示|提交|递交)|向(?:申请人|企业|社会)"
)
#: What is brought to pick up the result, or by whoever acts for the applicant, is none of the materials.
_PICK_UP = re.compile(
    r"委托|代办|代理|代为|补办|补领|遗失|丢失|领取|领证|取证|取件|取结果|取回|领件|凭.{0,12}(?:领|取|查)"
)
#: No document's name goes on like this.
_NO_NAME = re.compile(r"后|颁发|核发|发给|发放|作出|制作|窗口|受理")
_QUESTION = re.compile(r"[？?]$|吗$|什么|哪些|怎么|如何|^\s*问")
_RECEIPT = re.compile(r"受理(?:通知|凭证|单|回执|通知书|决定)|回执|取件|收件|缴费(?:单|凭证|通知)|告知书|补正|送达")
_EMPTY = re.compile(
    r"相关|有关|合法|有效|真实|上述|以上|规定|必要|所需|申请|本人|其他|各种|各类|的|等|身份|齐全|完整|全部|证件|证明|材料|资料|文件|报告|合同|原件|复印件"
)
_LEAD_IN = re.compile(
    r"^(?:应当?|须|需要?|请|另外|还|一并|同时|相应的?|其|本人的?|申请人的|企业的|单位的|有效的?|真实的?|完整的?|合法的?|由[^的]{2,12}出具的)+"
)


def demanded(text: str) -> Iterator[tuple[str, Span]]:
    """Every document that a sentence of a text wants handed in, with its place."""
    clauses = list(_CLAUSE.finditer(text))
    for place, clause in enumerate(clauses):
        words = clause.group()
        ask = _ASKS.search(words)
        around = "".join(each.group() for each in clauses[max(0, place - 1) : place + 2])
        if not ask or _NOT_ASKED.search(words) or _QUESTION.search(words) or _PICK_UP.search(around):
            continue
        start = clause.start() + ask.end()
        for name, offset in _split(text[start : clause.end()]):
            yield name, (start + offset, start + offset + len(name))


def _split(text: str) -> Iterator[tuple[str, int]]:
    """The documents listed behind the verb, with their offsets."""
    begin = 0
    for stop, after in [*(match.span() for match in _PARTS.finditer(text)), (len(text), len(text))]:
        piece = text[begin:stop]
        lead = _LEAD_IN.match(piece.strip())
        offset = begin + len(piece) - len(piece.lstrip()) + (lead.end() if lead else 0)
        found = _DOCUMENT.match(text[offset:stop].rstrip())
        name = (found["name"] or found["whole"]) if found else ""
        if name and not _RECEIPT.search(name) and not _NO_NAME.search(name) and len(_EMPTY.sub("", bare(name))) > 1:
            yield name, offset
        begin = after


def is_in_table(name: str, guide: Guide) -> bool:
    """Whether a document is one of the materials, or the matter's own result."""
    wanted = core(name)
    known = [core(material.name) for material in guide.materials or () if material.name.strip()]
    own = core(guide.text("结果名称") or "")
    return any(_same(wanted, each) for each in known) or bool(own and _same(wanted, own))


def _same(wanted: str, known: str) -> bool:
    """Whether two names speak of one document: one holds the other, or they are nearly alike."""
    return wanted in known or (len(known) > 1 and known in wanted) or fuzz.ratio(wanted, known) >= LIKENESS
