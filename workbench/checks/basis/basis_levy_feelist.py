"""BASIS-LEVY-FEELIST."""

import re
from collections.abc import Iterator, Sequence

from workbench.checks.basis.special_documents import is_fee_list
from workbench.checks.item import Context, Item, ListEntry
from workbench.checks.row_facts import LEVY, basis_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Row, Severity
from workbench.records.tidy import bare, fold

LIST = "辽宁省行政事业性收费和政府性基金目录清单"
FRAME = re.compile(r"^对?(?:代?征收|收取|收缴)?|的?(?:代?征收|收取|收缴|征缴)$")
#: Taxes and social insurance are in no list of fees.
NOT_LISTED = re.compile(r"税$|保险费")
FEE = re.compile(r"费|基金|金$")
SEPARATOR = re.compile(r"[、和及与]")


def basis_levy_feelist(item: Item, context: Context) -> Iterator[Finding]:
    """征收的项目不在收费和基金目录清单中。

    What: a levy's fee or fund is not in the list; a hint where it is, and the basis does not cite the list.
        Taxes and social insurance are not looked up.
    Why: 附件1 4.2.2 「辅以辽宁省行政事业性收费和政府性基金目录清单」
    Example: “河道工程修建维护费的征收”，清单中没有.
    Remedy: 核实是否已经取消；没有取消的，补充清单作辅助依据.
    """
    row = item.row
    if row is None or type_of(item) != LEVY:
        return
    objects = _objects(row)
    missing = [name for name in objects if not _is_listed(name, context.lists.get(LIST, ()))]
    if missing:
        yield _finding(
            row,
            f"“{'、'.join(missing)}”未见于辽宁省行政事业性收费和政府性基金目录清单（附件1 4.2.2）。请核实是否已取消。",
            Severity.DOUBT,
        )
    elif objects and row.legal_basis and not _cites_list(item):
        yield _finding(row, "设定依据未引用收费和基金目录清单（附件1 4.2.2），请补充清单作辅助依据。", Severity.HINT)


def _objects(row: Row) -> list[str]:
    """The fees and funds that the name speaks of."""
    name = re.sub(r"[（(].*?[）)]", "", fold(row.sub_item_name or row.item_name or ""))
    parts = SEPARATOR.split(FRAME.sub("", name))
    return [part for part in parts if FEE.search(part) and not NOT_LISTED.search(part)]


def _is_listed(name: str, entries: Sequence[ListEntry]) -> bool:
    """Whether the list has the fee, also under a longer or shorter name."""
    wanted = bare(name)
    return any(wanted in bare(entry.name) or bare(entry.name) in wanted for entry in entries)


def _cites_list(item: Item) -> bool:
    """Whether the basis names the list."""
    return any(map(is_fee_list, item.citations)) or "目录清单" in basis_of(item)


def _finding(row: Row, message: str, severity: Severity) -> Finding:
    """A finding on the name."""
    field = "sub_item_name" if row.sub_item_name else "item_name"
    name = str(getattr(row, field) or "")
    verdict = "cancel" if severity is Severity.DOUBT else "return_for_revision"
    return RULE.finding(message, field=field, excerpt=name, span=(0, len(name)), severity=severity, verdict=verdict)


RULE = Rule(
    code="BASIS-LEVY-FEELIST",
    name="征收项目不在目录清单",
    clause="附件1 4.2.2",
    quote="辅以辽宁省行政事业性收费和政府性基金目录清单",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=basis_levy_feelist,
    verdict="cancel",
    needs=(LIST,),
    types=(LEVY,),
)
