"""TIME-UNIT."""

from collections.abc import Iterator

from workbench.checks.guide_facts import whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.time.promised import COMMITTED, promised
from workbench.checks.time_limits import HOUR, MINUTE
from workbench.records import Certainty, Finding, Severity


def time_unit(item: Item, context: Context) -> Iterator[Finding]:
    """承诺时限与法定时限的单位不一致。

    What: both limits are given and one counts 工作日, the other 天.
    Why: 附件2 三(二)16 「（需与法定时限的计算口径保持一致）」
    Example: 法定20工作日，承诺15天.
    Remedy: 承诺15工作日.
    """
    del context
    pair = promised(item)
    if pair is None or not pair.committed.number or pair.same_unit:
        return
    finer = pair.committed.unit in (HOUR, MINUTE)
    yield RULE.finding(
        f"承诺办结时限单位“{pair.committed.unit}”与法定办结时限单位“{pair.statutory.unit}”口径不一致（附件2 三(二)16），请统一。",
        **whole(COMMITTED, pair.text),
        severity=Severity.HINT if finer else None,
    )


RULE = Rule(
    code="TIME-UNIT",
    name="时限单位不一致",
    clause="附件2 三(二)16",
    quote="（需与法定时限的计算口径保持一致）",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=time_unit,
)
