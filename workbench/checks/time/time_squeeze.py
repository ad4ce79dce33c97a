"""TIME-SQUEEZE."""

from collections.abc import Iterator

from workbench.checks.guide_facts import whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.time.promised import COMMITTED, promised
from workbench.records import Certainty, Finding, Severity

#: Per cent; the handbook sets no figure, this is the rule book's proposal.
LEAST = 10


def time_squeeze(item: Item, context: Context) -> Iterator[Finding]:
    """承诺时限压缩得太少。

    What: the promised limit is less than a tenth shorter than the statutory one.
    Why: 附件2 三(二)16 「要在法定时限内，结合本部门工作实际，最大限度压缩，确保政务服务提速增效。」
    Example: 法定20工作日，承诺19工作日.
    Remedy: 承诺10工作日.
    """
    del context
    pair = promised(item)
    if pair is None or not pair.same_unit:
        return
    saved = 100 * (pair.statutory.number - pair.committed.number) / pair.statutory.number
    if saved < LEAST:
        yield RULE.finding(
            f"承诺时限仅比法定时限压缩{max(saved, 0):.0f}%，请研究进一步压缩（附件2 三(二)16；附件2 一 三是）。",
            **whole(COMMITTED, pair.text),
        )


RULE = Rule(
    code="TIME-SQUEEZE",
    name="承诺时限压缩不足",
    clause="附件2 三(二)16",
    quote="要在法定时限内，结合本部门工作实际，最大限度压缩，确保政务服务提速增效。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=time_squeeze,
)
