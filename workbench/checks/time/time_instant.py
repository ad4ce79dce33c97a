"""TIME-INSTANT."""

from collections.abc import Iterator

from workbench.checks.guide_facts import filled, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.time.promised import COMMITTED, INSTANT_KIND, PROMISE_KIND, case_type
from workbench.checks.time_limits import DAY, MONTH, WORKDAY, YEAR, limit_of
from workbench.records import Certainty, Finding, Severity


def time_instant(item: Item, context: Context) -> Iterator[Finding]:
    """办件类型与承诺办结时限矛盾。

    What: 即办件 promises more than one day, or 承诺件 promises 当场.
    Why: 附件2 三(二)15 「以是否能当场办结为标准进行分类，填写“承诺件”、“即办件”。」
    Example: 即办件，承诺10工作日.
    Remedy: 改为承诺件，或承诺当场办结.
    """
    del context
    text = filled(item, COMMITTED)
    limit = limit_of(text) if text else None
    kind = case_type(item)
    if limit is None or not kind:
        return
    long = limit.unit in (MONTH, YEAR) or (limit.unit in (WORKDAY, DAY) and limit.number > 1)
    if (kind == INSTANT_KIND and long) or (kind == PROMISE_KIND and not limit.number):
        yield RULE.finding(
            f"办件类型“{kind}”与承诺办结时限“{text.strip()}”矛盾（附件2 三(二)15），请更正其一。",
            **whole(COMMITTED, text),
        )


RULE = Rule(
    code="TIME-INSTANT",
    name="办件类型与承诺时限矛盾",
    clause="附件2 三(二)15",
    quote="以是否能当场办结为标准进行分类，填写“承诺件”、“即办件”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=time_instant,
)
