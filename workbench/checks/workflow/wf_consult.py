"""WF-CONSULT."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import denied, is_city_set, text
from workbench.records import Certainty, Finding, Severity

#: Stages at which nobody has to ask his own system for its opinion.
NOT_ASKED = ("S2-G3", "S2-G4")


def wf_consult(item: Item, context: Context) -> Iterator[Finding]:
    """省部门的目录或共性要素没有征求本系统意见。

    What: a province's department is said not to have asked cities and counties of its system. 市设目录 need not.
    Why: 明电52号 四(二)1 「修改完善本系统省市县三级政务服务事项目录，征求本系统意见」
    Example: 报送说明没有征求意见情况.
    Remedy: 征求本系统意见，附征求意见汇总表.
    """
    del context
    if denied(item, "consulted_system") and not is_city_set(item) and text(item, "stage") not in NOT_ASKED:
        yield RULE.finding(
            "未说明征求本系统（市、县）意见情况（明电52号 四(二)1、3），请征求意见后附上汇总表重新报送。"
        )


RULE = Rule(
    code="WF-CONSULT",
    name="未征求本系统意见",
    clause="明电52号 四(二)1",
    quote="修改完善本系统省市县三级政务服务事项目录，征求本系统意见",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=wf_consult,
)
