"""AGENCY-NAME."""

from collections.abc import Iterator

from workbench.checks.agencies import PROVINCE, agencies, is_standard
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold


def agency_name(item: Item, context: Context) -> Iterator[Finding]:
    """实施主体写了简称或旧称，不是规范名称。

    What: a provincial department is written short, by an alias or by a former name.
    Why: 附件1 3.3.6 「实施主体填写本部门的规范名称，如：“省发展和改革委员会”、“市教育局”。」
    Example: 省发改委.
    Remedy: 省发展和改革委员会.
    """
    for agency in agencies(item):
        full = context.units.get(fold(agency.name).removeprefix(PROVINCE)) or context.units.get(fold(agency.name))
        standard = full.split("（")[0].removeprefix(PROVINCE) if full else ""
        standard = f"省{standard}" if standard and not standard.startswith("省") else standard
        if full and not is_standard(agency.name, full):
            yield RULE.finding(
                f"实施主体“{agency.name}”应填写规范名称“{standard}”（附件1 3.3.6），请更正。",
                field=agency.field,
                excerpt=agency.name,
                span=agency.span,
                correction=standard,
            )


RULE = Rule(
    code="AGENCY-NAME",
    name="实施主体不是规范名称",
    clause="附件1 3.3.6",
    quote="实施主体填写本部门的规范名称，如：“省发展和改革委员会”、“市教育局”。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=agency_name,
)
