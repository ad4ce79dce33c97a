"""WF-MISSING."""

from collections.abc import Iterator, Sequence

from workbench.checks.agencies import is_city, unit_named
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.deadlines import CITIES, PROVINCE
from workbench.checks.workflow.submission import day, is_guide, stage, texts
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold


def wf_missing(item: Item, context: Context) -> Iterator[Finding]:
    """时限已过，单位还没有报送。

    What: after the stage's last day a unit that must file has neither filed nor stated in writing that it has
        no matters. Where nobody is named, the units of the four groups whose stage it is must file.
    Why: 明电52号 二 「均要编制政务服务事项目录和办事指南。」
    Example: 7月25日省物价局没有报送目录.
    Remedy: 催报；没有事项的，书面说明.
    """
    due, today, submitted = stage(item), day(item), texts(item, "submitted")
    if not (due and due.day and today and today > due.day) or submitted is None:
        return
    settled = {_key(name, context) for name in (*submitted, *(texts(item, "no_matters") or ()))}
    expected = texts(item, "expected")
    what = "办事指南" if is_guide(item) else "政务服务事项目录"
    for name in roster(context, due.files) if expected is None else expected:
        if _key(name, context) not in settled:
            yield RULE.finding(
                f"“{name}”未报送{what}（明电52号 二），时限为{due.day.isoformat()}，请催报；没有事项的，请书面说明。",
                field="org",
                excerpt=name,
            )


def roster(context: Context, files: str) -> Sequence[str]:
    """The short names of the units that must file: the first name of each in the list of the groups."""
    first: dict[str, str] = {}
    for name, full in context.units.items():
        if (files == CITIES and is_city(full)) or (files == PROVINCE and not is_city(full)):
            first.setdefault(full, name)
    return tuple(first.values())


def _key(name: str, context: Context) -> str:
    """A unit under its full name, whichever of its names is printed."""
    return unit_named(name, context) or fold(name)


RULE = Rule(
    code="WF-MISSING",
    name="未报送",
    clause="明电52号 二",
    quote="均要编制政务服务事项目录和办事指南。",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=wf_missing,
    verdict="needs_verification",
)
