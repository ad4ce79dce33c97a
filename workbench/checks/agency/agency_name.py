"""AGENCY-NAME."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import PROVINCE, Agency, agencies, is_standard
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import is_in
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Row, Severity
from workbench.records.tidy import fold

#: An internal office behind the organ that it belongs to.
OFFICE = re.compile(
    r"(?P<organ>[\u4e00-\u9fa5]+?(?:厅|局|委员会|委|办公室|办))(?!公室)[\u4e00-\u9fa5]{1,10}(?:处|科|室)"
)


def agency_name(item: Item, context: Context) -> Iterator[Finding]:
    """实施主体写了简称或旧称，不是规范名称。

    What: a provincial department is written short, by an alias or by a former name, or an internal office of it is
        named. Cities name their bodies as they will.
    Why: 附件1 3.3.6 「实施主体填写本部门的规范名称，如：“省发展和改革委员会”、“市教育局”。」
    Example: 省发改委.
    Remedy: 省发展和改革委员会.
    """
    if item.row is None or is_in(item, CatalogueKind.CITY) or item.row.region not in (None, PROVINCE):
        return
    for agency in agencies(item):
        full = unit_of(fold(agency.name), context) if agency.level in (None, "省级") else None
        if full and not (is_standard(agency.name, full) and (agency.level or _names_province(item, agency.name))):
            yield _finding(item.row, agency, standard_name(full))


def _names_province(item: Item, name: str) -> bool:
    """Whether the name tells that it is the province's, where the unit that files is one; 水利厅 lacks 省."""
    org = (item.row.org if item.row else None) or item.org or ""
    return name.startswith(("省", "辽宁")) or not (name.endswith("厅") or org.startswith("省"))


def unit_of(name: str, context: Context) -> str | None:
    """The full name of the provincial department that a name stands for, or whose internal office it is."""
    known = _known(name, context)
    if known is None and (office := OFFICE.fullmatch(name)):
        known = _known(office["organ"], context)
    return known if known and known.startswith(PROVINCE) else None


def _known(name: str, context: Context) -> str | None:
    """The full name of a unit of the roster; only provinces have a 厅, so that 环保厅 needs no 省."""
    names = (name, name.removeprefix(PROVINCE), *([f"省{name}"] if name.endswith("厅") else []))
    return next((full for each in names if (full := context.units.get(each))), None)


def standard_name(full: str) -> str:
    """省 and the full name without 辽宁省, as the clause prints it."""
    name = re.sub(r"（[^）]*）$", "", full).removeprefix(PROVINCE)
    return name if name.startswith("省") else f"省{name}"


def _finding(row: Row, agency: Agency, standard: str) -> Finding:
    cell: str = getattr(row, agency.field)
    return RULE.finding(
        f"实施主体“{agency.name}”应填写规范名称“{standard}”（附件1 3.3.6），请更正。",
        field=agency.field,
        excerpt=agency.name,
        span=agency.span,
        correction=cell[: agency.span[0]] + standard + cell[agency.span[1] :],
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
