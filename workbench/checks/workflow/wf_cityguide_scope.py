"""WF-CITYGUIDE-SCOPE."""

from collections.abc import Iterator

from workbench.checks.agencies import city_of
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import is_guide, text, unit
from workbench.records import Certainty, Finding, Severity

BELOW = ("市级", "县级", "区级")


def wf_cityguide_scope(item: Item, context: Context) -> Iterator[Finding]:
    """市县的办事指南报到了省里。

    What: a guide of a city or county is handed in to the provincial groups, which may look at samples only.
    Why: 明电52号 三(二) 「省、市审核组及县（市、区）编委办分别负责对本级……进行审核」
    Example: 沈阳市向省审核组报送市级办事指南.
    Remedy: 由市审核组、县编委办审核.
    """
    if not is_guide(item) or "省" not in text(item, "submitted_to"):
        return
    level, name = text(item, "level"), unit(item)
    if level in BELOW or (not level and city_of(name, context)):
        yield RULE.finding(
            f"{f'“{name}”的' if name else ''}办事指南属市县级，由市审核组、县编委办审核（明电52号 三(二)、四(二)4），"
            "省级可作抽查，请转本级审核。",
            field="org" if name else "",
            excerpt=name,
        )


RULE = Rule(
    code="WF-CITYGUIDE-SCOPE",
    name="市县指南报到省级",
    clause="明电52号 三(二)",
    quote="省、市审核组及县（市、区）编委办分别负责对本级政务服务部门《政务服务事项办事指南》进行审核",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=wf_cityguide_scope,
)
