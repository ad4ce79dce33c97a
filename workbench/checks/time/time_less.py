"""TIME-LESS."""

from collections.abc import Iterator

from workbench.checks.guide_facts import whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.time.promised import COMMITTED, is_instant_kind, promised
from workbench.records import Certainty, Finding, Severity


def time_less(item: Item, context: Context) -> Iterator[Finding]:
    """承诺办结时限没有少于法定办结时限。

    What: both limits have one unit and the promised one is not shorter.
    Why: 附件2 三(二)16 「填写部门的对外承诺办结时限，应当少于法定办理时限。」
    Example: 法定20工作日，承诺20工作日.
    Remedy: 承诺10工作日.
    """
    del context
    pair = promised(item)
    if pair is None or not pair.same_unit or pair.committed.number < pair.statutory.number:
        return
    shortest = pair.committed.number == pair.statutory.number == 1 and not is_instant_kind(item)
    advice = "法定时限已最短，能当场办结的请改为即办件" if shortest else "请压缩"
    yield RULE.finding(
        f"承诺办结时限{pair.committed.words}应当少于法定办结时限{pair.statutory.words}（附件2 三(二)16），{advice}。",
        **whole(COMMITTED, pair.text),
        severity=Severity.HINT if shortest else None,
    )


RULE = Rule(
    code="TIME-LESS",
    name="承诺时限不少于法定时限",
    clause="附件2 三(二)16",
    quote="填写部门的对外承诺办结时限，应当少于法定办理时限。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=time_less,
)
