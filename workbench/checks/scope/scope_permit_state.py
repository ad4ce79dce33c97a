"""SCOPE-PERMIT-STATE."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import closest
from workbench.checks.row_facts import PERMIT, name_of, printed_type, set_by_province, set_locally, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

UNLIKE = 0.6


def scope_permit_state(item: Item, context: Context) -> Iterator[Finding]:
    """行政许可不在中央指定清单，也不是地方性法规设定。

    What: no entry of the central list is like the permit, and neither a local regulation nor a provincial
        government's rule sets it.
    Why: 附件1 1.4 「……国务院未确定为行政许可的，原则上要对应调整权力类型。」
    Example: 企业技术中心认定.
    Remedy: 调整类型.
    """
    local = any(set_locally(each) or set_by_province(each) for each in item.citations)
    if type_of(item) != PERMIT or not item.citations or local:
        return
    match, name = closest(item, context.lists["中央指定清单"]), name_of(item)
    if match is None or match.score < UNLIKE:
        yield RULE.finding(
            f"“{name}”未列入《中央指定地方实施行政许可事项清单》，且未见地方性法规设定，原则上应调整事项类型（附件1 1.4）。",
            field="item_type",
            **printed_type(item),
        )


RULE = Rule(
    code="SCOPE-PERMIT-STATE",
    name="许可不在中央清单",
    clause="附件1 1.4",
    quote="对于省政府部门权责清单里列入行政许可，国务院未确定为行政许可的，原则上要对应调整权力类型。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=scope_permit_state,
    verdict="reclassify",
    needs=("中央指定清单",),
    types=(PERMIT,),
)
