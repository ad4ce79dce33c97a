"""MAT-PREVIOUS."""

import re
from collections.abc import Iterator

from workbench.checks.flow.graph import FOLLOW_UP, Edge, graph_of
from workbench.checks.flow.objects import object_of
from workbench.checks.flow.on_edge import called, on_edge
from workbench.checks.item import Context, Item
from workbench.checks.material_names import core, is_copy
from workbench.checks.materials import folded, on_material
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Severity

_CLAUSE = "（附件2 一 二是）"
_FROM_ELSEWHERE = re.compile(r"外省|省外|境外|国外|其他省")
#: Matters of the last stage, and what every stage may ask for anew.
_LAST_STAGE = re.compile(r"验收|核验|竣工")
_ASKED_ANEW = re.compile(r"申请[表书]|申请报告|登记表|委托书|承诺书?|声明|身份证|照片|验收|竣工|监测|总结")


def mat_previous(item: Item, context: Context) -> Iterator[Finding]:
    """材料是其他事项的结果，或者前序流程已经收取。

    What: a material is what another guide of the submission issues; or the last stage of a matter (验收) asks again for
        what the same department took in before. Giving back the original of one's own certificate is left out.
    Why: 附件2 一 「凡是能通过信息共享获取的信息和前序流程已收取的材料，原则上予以取消。」
    Example: 取水工程验收要求“取水许可申请批准文件”复印件.
    Remedy: 取消该材料，由部门共享获取.
    """
    del context
    told: set[tuple[int, int]] = set()
    for edge in graph_of(item).edges:
        if edge.issuer == edge.guide or (edge.guide, edge.material) in told or _is_given_back(item, edge):
            continue
        if _FROM_ELSEWHERE.search(folded(edge.name)):
            continue
        told.add((edge.guide, edge.material))
        issuer = item.guides[edge.issuer]
        message = (
            f"“{edge.name}”是{called(issuer)}的结果（前序流程已收取），可共享获取，原则上取消{_CLAUSE}。请取消该材料。"
        )
        yield on_edge(RULE, item, edge, message)
    for at, index, other in _taken_before(item.guides):
        if (at, index) not in told:
            material = (item.guides[at].materials or ())[index]
            message = f"“{material.name}”在{called(item.guides[other])}中已收取，属前序流程已收取的材料，原则上取消{_CLAUSE}。"
            yield on_material(RULE, index, material, message, at=at, other=other)


def _is_given_back(item: Item, edge: Edge) -> bool:
    """Whether a matter that changes or ends a certificate of the same department takes the original back."""
    guide, issuer = item.guides[edge.guide], item.guides[edge.issuer]
    material = (guide.materials or ())[edge.material]
    written = "".join(material.text(name) or "" for name in ("材料名称", "纸质材料份数和规格"))
    return guide.org == issuer.org and bool(FOLLOW_UP.search(guide.name)) and _is_original(guide, written)


def _is_original(guide: Guide, written: str) -> bool:
    """Whether the original is wanted; matters that end or replace it want it even where they do not say so."""
    if is_copy(written):
        return False
    ends = re.search(r"注销|补办|补发|补领|换发|换证|换领|吊销|撤销", guide.name)
    return bool(ends) or bool(re.search(r"原件|正本|副本|原证|交回|缴回", written))


def _taken_before(guides: tuple[Guide, ...]) -> Iterator[tuple[int, int, int]]:
    """Materials of a last stage that an earlier matter of the same department and object has taken in."""
    earlier: dict[tuple[str, str, str], int] = {}
    for at, guide in enumerate(guides):
        if not _LAST_STAGE.search(guide.name):
            for material in guide.materials or ():
                earlier.setdefault((guide.org or "", object_of(guide.name), core(material.name)), at)
    for at, guide in enumerate(guides):
        if not _LAST_STAGE.search(guide.name) or not guide.org or len(object_of(guide.name)) < len("取水"):
            continue
        for index, material in enumerate(guide.materials or ()):
            other = earlier.get((guide.org, object_of(guide.name), core(material.name)), -1)
            if other >= 0 and not _ASKED_ANEW.search(material.name):
                yield at, index, other


RULE = Rule(
    code="MAT-PREVIOUS",
    name="前序流程已收取的材料",
    clause="附件2 一",
    quote="凡是能通过信息共享获取的信息和前序流程已收取的材料，原则上予以取消。",
    scopes=("guides",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=mat_previous,
    verdict="cancel_material",
)
