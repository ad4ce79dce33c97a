"""The columns of a sheet, from its header rows (附件1 3.3.1 and 式样)."""

import re
from collections.abc import Iterator, Sequence

from workbench.checks.item import Item
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Finding, Severity
from workbench.records.tidy import bare, fold

#: Other words for a printed column that are accepted without a finding (rule book 2.5: I-09, I-12).
SYNONYMS = {"基本编码": "序号", "事项类别": "事项类型", "设立依据": "设定依据"}
#: 事项名称（事项）, 事项名称/子项: the two halves of a merged header in one cell.
_NAME_PART = re.compile(r"事项名称.*(?:事项|主项|子项)")
COMMON = ("序号", "事项", "子项", "事项类型", "设定依据")


def columns(headers: Sequence[Sequence[str]]) -> set[str]:
    """All header words, folded; the second row gives 事项 and 子项 under 事项名称."""
    words = {fold(cell or "") for row in headers for cell in row}
    words |= {"事项" for word in words if bare(word) in ("事项名称", "主项", "事项名称事项")}
    words |= {"子项" for word in words if bare(word) in ("子项名称", "事项名称子项")}
    return {SYNONYMS.get(word, word) for word in words}


def extra(rule: Rule, item: Item, wanted: Sequence[str], name: str) -> Iterator[Finding]:
    """One hint that names the columns beyond the printed ones; a title row above the header is no column."""
    header = [row for row in item.headers or () if sum(bool(cell.strip()) for cell in row) > 1]
    known = {*wanted, "事项名称", "主项", "子项名称"}
    surplus = sorted(word for word in columns(header) if word and word not in known and not _NAME_PART.match(word))
    if surplus:
        yield rule.finding(
            f"{name}比式样多出“{'、'.join(surplus)}”列（{rule.clause}、式样），审核时不看这些列，请确认是否需要。",
            field="headers",
            excerpt=surplus[0],
            severity=Severity.HINT,
        )


def is_kind(item: Item, *kinds: CatalogueKind) -> bool:
    """Whether the sheet is of one of these catalogues."""
    return fold(item.catalogue or "") in kinds


def missing(rule: Rule, item: Item, wanted: Sequence[str], name: str) -> Iterator[Finding]:
    """One finding for each printed column that the sheet lacks."""
    if item.headers is None:
        return
    found = columns(item.headers)
    for column in wanted:
        if column not in found:
            yield rule.finding(
                f"{name}缺少“{column}”列（{rule.clause}、式样），请按式样补上该列后重新报送。",
                field="headers",
                excerpt=column,
            )
