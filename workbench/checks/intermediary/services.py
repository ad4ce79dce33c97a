"""Intermediary services (中介服务): as written in the guide, as products among the materials, and on the list."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from workbench.checks.guide_facts import filled
from workbench.checks.item import Item, ListEntry
from workbench.checks.material_names import core
from workbench.checks.materials import folded, is_blank
from workbench.records import Span
from workbench.records.tidy import bare

SERVICES, LIST = "中介服务", "行政审批中介服务清单"
LIKENESS = 80
#: What intermediaries make (附件2 一 四是).
_KINDS = r"(?:评估|评价|论证|检测|检验|鉴证|鉴定|审计|验资|测绘|勘察|监测|公证|可行性研究|环评)"
_PRODUCT = re.compile(rf"{_KINDS}[^，,、；;]{{0,6}}?(?:报告书?表?|报告表|意见书|结论)$|公证书$|环评报告|验资证明$")
#: 环境影响报告书 is the product of 环境影响评价.
_SHORT = {
    "环境影响报告": "环境影响评价报告",
    "环评": "环境影响评价",
    "能评": "节能评估",
    "安评": "安全评价",
    "可研": "可行性研究",
    "地灾": "地质灾害危险性",
}
_WRAPPING = re.compile(
    r"报告书?|报告表|意见书|结论|证明|文本|文件|编制|编写|出具|咨询|中介|服务|技术|第三方|机构|委托|开展|进行|材料|审查|评审|事项|工作"
    r"|建设项目|生产建设项目|投资项目|工程|项目|企业|书$|表$|的"
)
#: The organ pays for it itself, or the applicant may write it: no precondition (附件2 三(一)8).
_NOT_THE_APPLICANTS = re.compile(
    r"(?:行政|审批|本)?(?:机关|部门|厅|局|委)委托|政府(?:购买|付费)|自行编制|自行编写|申请人自编|自编"
)
_REVIEW = re.compile(r"(?:评审|审查|审核|评议)(?!表)")
_ON_LIST = re.compile(r"清单|目录")
#: 报告书（报批稿）: which draft of it.
_DRAFT = re.compile(r"[（(]?(?:报批|送审|报审|征求意见|定)[稿本][）)]?$")
_NOTE = re.compile(r"[（(][^（()）]*[）)]|《[^》]*》(?:第[\d〇零一二三四五六七八九十百]+条)?")
_BETWEEN = re.compile(r"[、；;\n]|(?<=。)|[，,](?=[\u4e00-\u9fa5]{2,})")


def services(item: Item) -> Iterator[tuple[str, Span]]:
    """The services written in 中介服务, without their basis, with their places; none where it is blank or says 无."""
    text = filled(item, SERVICES)
    if is_blank(text):
        return
    hidden = _NOTE.sub(lambda note: "\0" * len(note.group()), text)
    start = 0
    for stop in [*(match.start() for match in _BETWEEN.finditer(hidden)), len(hidden)]:
        piece = hidden[start:stop].strip("、；;，,。\n \t")
        name = re.sub(r"^(?:\d{1,2}[.．、]|依据|根据)", "", piece.replace("\0", "")).strip()
        if not is_blank(name):
            at = hidden.index(piece, start)
            yield name, (at, at + len(piece))
        start = stop


def is_product(name: str) -> bool:
    """Whether a material is what an intermediary makes and the applicant has to get from it."""
    return bool(_PRODUCT.search(_spelt_out(core(_DRAFT.sub("", folded(name)))))) and not _NOT_THE_APPLICANTS.search(
        folded(name)
    )


def is_the_organs(service: str) -> bool:
    """Whether a service is paid by the organ, or done by the applicant."""
    return bool(_NOT_THE_APPLICANTS.search(folded(service)))


def points_to_list(text: str) -> bool:
    """Whether the cell only refers to the list."""
    return bool(_ON_LIST.search(text)) and len(bare(_NOTE.sub("", text))) < len(
        "按照省政府公布的行政审批中介服务清单执行办理"
    )


def listed(service: str, entries: Sequence[ListEntry]) -> ListEntry | None:
    """The entry that a service or a product is; None where the list has none."""
    name = _stem(service)
    for entry in entries:
        known = _stem(entry.name)
        if _is_review(service) != _is_review(entry.name):
            continue
        if name == known or _is_part(known, name) or _is_part(name, known) or fuzz.ratio(name, known) >= LIKENESS:
            return entry
    return None


def _is_review(name: str) -> bool:
    """Whether somebody looks over what another has written: a service of its own."""
    return bool(_REVIEW.search(_NOTE.sub("", folded(name))))


def may_be_self_made(entry: ListEntry) -> bool:
    """Whether the list says that the applicant may write it."""
    return "自行" in "".join((entry.name, entry.remarks or ""))


def _spelt_out(name: str) -> str:
    for short, full in _SHORT.items():
        if full not in name:
            name = name.replace(short, full)
    return name


def _stem(name: str) -> str:
    """A service's name without what every such name has; the whole where nothing else is left."""
    text = _spelt_out(bare(core(_DRAFT.sub("", folded(name)))))
    return _WRAPPING.sub("", text) or text


def _is_part(short: str, long: str) -> bool:
    """Whether one name holds the other; a bare kind (检测, 评估) is no name, 公证, 验资 and 审计 are."""
    is_kind = bool(re.fullmatch(_KINDS, short)) and short not in {"公证", "验资", "审计"}
    return len(short) >= len("公证") and not is_kind and short in long
