"""SCOPE-PRELIM."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Row, Severity

#: The head verb of the name: 初审机构 and 初审结果 name something else, 取消初审 says that there is none.
VERB = (
    r"(?<!取消)(?<!不再)(?<!不含)(?<!无需)(?:初审|初核|转报|审核上报|审核转报|初步审查|审查上报)"
    r"(?!机构|人员|专家|结果|进度|资格|[\u4e00-\u9fa5]{0,4}(?:咨询|查询))"
)
HIGHER = r"报(?:国务院[\u4e00-\u9fa5、]{0,16}|国家[\u4e00-\u9fa5、]{0,16}|[\u4e00-\u9fa5、]{1,14}(?:部|总局|委员会))(?:审批|核准|批准)"
#: The levels give the province the preliminary review and a ministry the decision.
DECIDED_ABOVE = r"省级?初审[^；;\n]{0,20}(?:部|总局|国务院)(?:审批|核准|批准)"
PATTERNS = {
    "item_name": re.compile(VERB),
    "sub_item_name": re.compile(VERB),
    "remarks": re.compile(f"{VERB}|{HIGHER}"),
    "levels_and_departments": re.compile(f"{HIGHER}|{DECIDED_ABOVE}"),
}
LEGAL = re.compile(r"初审|初步审查|审查后报|提出意见后报")


def scope_prelim(item: Item, context: Context) -> Iterator[Finding]:
    """初审、转报事项应当取消。

    What: name, sub-item or remark speak of a preliminary review or of passing on, or remark or levels say that a
        higher body decides.
    Why: 附件1 1.4 「特别是初审事项，一律取消；……」
    Example: 建筑施工企业一级资质初审.
    Remedy: 取消，或转为政府内部事项.
    """
    del context
    place = preliminary(item.row) if item.row else None
    if item.row and place:
        field, found = place
        note = "条文中有法定初审表述的，请提出修法建议；" if LEGAL.search(basis_of(item)) else ""
        yield RULE.finding(
            f"“{item.row.full_name}”为初审（转报）事项（“{found.group()}”），应予取消；{note}"
            "暂时不能取消的，请转为政府内部事项（附件1 1.4）。",
            field=field,
            excerpt=found.group(),
            span=found.span(),
        )


def preliminary(row: Row) -> tuple[str, re.Match[str]] | None:
    """The field in which a row speaks of a preliminary review or of passing on, and the words; None where it does not."""
    for field, pattern in PATTERNS.items():
        if found := pattern.search(getattr(row, field) or ""):
            return field, found
    return None


RULE = Rule(
    code="SCOPE-PRELIM",
    name="初审、转报事项",
    clause="附件1 1.4",
    quote="特别是初审事项，一律取消；暂时不能取消的，应当研究转为政府内部事项。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=scope_prelim,
    verdict="cancel",
    shown_first=Severity.DOUBT,
)
