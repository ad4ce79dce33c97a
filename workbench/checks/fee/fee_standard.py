"""FEE-STANDARD."""

import re
from collections.abc import Iterator

from workbench.checks.charges import STANDARD, YES, charged, lacks
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

#: Taxes follow the tables of the tax laws; no price document sets them.
TAX = re.compile(r"税率|税目|税法|计税|税额")


def fee_standard(item: Item, context: Context) -> Iterator[Finding]:
    """收费的事项没有写明收费标准及其文件、文号、条款。

    What: a charged matter's standard lacks amount, document, number or provision.
    Why: 附件2 三(二)13 「收费标准。填写物价部门核定的标准，列明文件名称、文号、具体条款。」
    Example: 是，收费标准“10元”.
    Remedy: 每证10元，《关于……的通知》（辽价发〔2014〕60号）第二条.
    """
    del context
    text = text_of(item, STANDARD)
    if text is None or charged(item) != YES:
        return
    if missing := lacks(text, amount=True):
        yield RULE.finding(
            f"收费事项的收费标准应列明物价部门核定文件名称、文号、具体条款（附件2 三(二)13），缺{'、'.join(missing)}，请补充。",
            **whole(STANDARD, text),
            severity=Severity.HINT if TAX.search(text) else None,
        )


RULE = Rule(
    code="FEE-STANDARD",
    name="收费标准不全",
    clause="附件2 三(二)13",
    quote="收费标准。填写物价部门核定的标准，列明文件名称、文号、具体条款。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=fee_standard,
)
