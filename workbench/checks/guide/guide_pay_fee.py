"""GUIDE-PAY-FEE."""

from collections.abc import Iterator

from workbench.checks.charges import NO, charged, is_levy
from workbench.checks.guide.permitted import YES, permitted
from workbench.checks.guide_facts import filled, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

FIELD = "网上支付"


def guide_pay_fee(item: Item, context: Context) -> Iterator[Finding]:
    """不收费的事项可以网上支付。

    What: no fee is charged, and payment over the net is possible; a levy is paid in any case.
    Why: 附件2 三(二)20 「如填写“可以”，列明支付银行、账号等能够实现网上支付的相关信息。」
    Example: 是否收费“否”，网上支付“可以”.
    Remedy: 不可以.
    """
    del context
    text = filled(item, FIELD)
    if charged(item) == NO and permitted(text).options == (YES,) and not is_levy(item):
        yield RULE.finding("不收费事项填写网上支付“可以”（附件2 三(二)20），请核实。", **whole(FIELD, text))


RULE = Rule(
    code="GUIDE-PAY-FEE",
    name="不收费却可网上支付",
    clause="附件2 三(二)20",
    quote="如填写“可以”，列明支付银行、账号等能够实现网上支付的相关信息。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=guide_pay_fee,
)
