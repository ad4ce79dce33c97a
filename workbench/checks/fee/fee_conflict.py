"""FEE-CONFLICT."""

from collections.abc import Iterator

from workbench.checks.charges import AMOUNT, BASIS, CHARGED, NO, NUMBER, STANDARD, charged, explains_no_fee, is_levy
from workbench.checks.guide_facts import filled, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold


def fee_conflict(item: Item, context: Context) -> Iterator[Finding]:
    """不收费，却填写了收费标准或收费依据。

    What: no fee is charged, and standard or basis names an amount or a document; or a levy is not charged.
    Why: 附件2 三(二)12 「是否收费。填写“是”或“否”。」
    Example: 否，收费标准“50元/证”.
    Remedy: 改填“是”，或删去收费标准.
    """
    del context
    if charged(item) != NO:
        return
    told = [(name, text) for name in (STANDARD, BASIS) if _names_a_fee(text := filled(item, name))]
    if (
        not told
        and is_levy(item)
        and not any(explains_no_fee(filled(item, name)) for name in (STANDARD, BASIS, CHARGED))
    ):
        yield RULE.finding(
            "行政征收事项的是否收费为“否”（附件2 三(二)12），请核实。",
            **whole(CHARGED, filled(item, CHARGED)),
            severity=Severity.HINT,
        )
    for name, text in told:
        yield RULE.finding(f"是否收费为“否”，但填写了{name}（附件2 三(二)12），请更正其一。", **whole(name, text))


def _names_a_fee(text: str) -> bool:
    folded = fold(text)
    amounts = [amount.group() for amount in AMOUNT.finditer(folded) if amount.group().strip("0.") not in ("元", "%")]
    return bool(amounts or NUMBER.search(folded) or "《" in text) and not explains_no_fee(text)


RULE = Rule(
    code="FEE-CONFLICT",
    name="不收费却有标准",
    clause="附件2 三(二)12",
    quote="是否收费。填写“是”或“否”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=fee_conflict,
)
