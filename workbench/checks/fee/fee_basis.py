"""FEE-BASIS."""

from collections.abc import Iterator

from workbench.checks.charges import BASIS, YES, charged, lacks
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def fee_basis(item: Item, context: Context) -> Iterator[Finding]:
    """收费的事项没有写明批文的名称、文号、条款。

    What: a charged matter's basis lacks document, number or provision.
    Why: 附件2 三(二)14 「收费依据。填写政府部门正式批文，明确文件名称、文号、具体条款。」
    Example: 按规定收取.
    Remedy: 《……条例》（国务院令第460号）第二十八条.
    """
    del context
    text = text_of(item, BASIS)
    if text is None or charged(item) != YES:
        return
    if missing := lacks(text, amount=False):
        yield RULE.finding(
            f"收费依据应明确政府部门正式批文的名称、文号、具体条款（附件2 三(二)14），缺{'、'.join(missing)}，请补充。",
            **whole(BASIS, text),
        )


RULE = Rule(
    code="FEE-BASIS",
    name="收费依据不全",
    clause="附件2 三(二)14",
    quote="收费依据。填写政府部门正式批文，明确文件名称、文号、具体条款。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=fee_basis,
)
