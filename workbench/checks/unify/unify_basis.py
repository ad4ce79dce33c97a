"""UNIFY-BASIS."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.checks.basis.special_documents import speaks_of_devolution
from workbench.checks.documents import cited, documents
from workbench.checks.guide_facts import whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.unify import counterparts
from workbench.checks.unify.sameness import guide_severity, row_severity, told_apart
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare

BASIS = "设定依据"


def unify_basis(item: Item, context: Context) -> Iterator[Finding]:
    """同一事项在省市县的设定依据不一致。

    What: rows of one matter in different places cite other documents or articles; layout does not count. Where
        only documents that hand powers down differ, or only the order, it is a hint. Guides name documents only.
    Why: 明电52号 一 「实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。」
    Example: 省引《水法》第七条、第四十八条，市只引第七条.
    Remedy: 统一为省目录的依据.
    """
    del context
    for at, other in counterparts.rows(item):
        here, there = item.rows[at], item.rows[other]
        basis = here.legal_basis or ""
        fault, slight = difference(basis, there.legal_basis or "")
        if fault:
            yield RULE.finding(
                message(here.full_name, there.org, fault),
                field="legal_basis",
                severity=Severity.HINT if slight else row_severity(here, there),
                at=at,
                other=other,
            )
    for at, other in counterparts.guides(item):
        ours, theirs = item.guides[at], item.guides[other]
        text = ours.text(BASIS) or ""
        fault = told_apart(*(dict(sorted(titles(each.text(BASIS) or "").items())) for each in (ours, theirs)))
        if fault and titles(text) and titles(theirs.text(BASIS) or ""):
            yield RULE.finding(
                message(ours.name, theirs.org, fault),
                **whole(BASIS, text),
                severity=guide_severity(ours, theirs),
                at=at,
                other=other,
            )


def titles(text: str) -> dict[str, str]:
    """The documents of a guide's basis, each in words."""
    return {title: f"《{title}》" for title in documents(text)}


def difference(ours: str, theirs: str) -> tuple[str, bool]:
    """How two basis cells differ, in words, and whether only slightly; blank where they agree or one tells nothing."""
    if bare(ours) == bare(theirs):
        return "", False
    mine, yours = cited(ours), cited(theirs)
    if not mine or not yours:
        return "", False
    if mine.keys() == yours.keys():
        return ("", False) if list(mine) == list(yours) else ("排列顺序不同", True)
    return told_apart(mine, yours), only_handed_down(mine, yours)


def only_handed_down(ours: Mapping[Any, str], theirs: Mapping[Any, str]) -> bool:
    """Whether all that differs are documents that hand powers down, which each level may have its own of."""
    told = {**ours, **theirs}
    return all(speaks_of_devolution(told[key]) for key in ours.keys() ^ theirs.keys())


def message(name: str, org: str | None, fault: str) -> str:
    """What is said of a difference."""
    return (
        f"同一事项“{name}”的设定依据与{org or '对方'}不一致：{fault}，"
        "不符合“五统一”（明电52号 一；附件1 1.1），请统一依据。"
    )


RULE = Rule(
    code="UNIFY-BASIS",
    name="设定依据不统一",
    clause="明电52号 一",
    quote="实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。",
    scopes=("rows", "guides"),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=unify_basis,
)
