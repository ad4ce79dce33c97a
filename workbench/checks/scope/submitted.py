"""What the rows of a submission already have, so that entries of a list which they lack can be named (附件1 3.1.1)."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from workbench.checks.agencies import unit_named
from workbench.checks.documents import provisions
from workbench.checks.item import Context, ListEntry
from workbench.checks.scope.scope_js_cancel import ALIKE, only_adds_words
from workbench.records import Row
from workbench.records.tidy import bare, fold

DROPPED = re.compile(r"删除|取消|废止|合并|并入|不再|下放|转为|更名|划转|调整为")
#: A name as short as 登记 is part of many others and says nothing.
TELLING = 4
#: What a department of the State Council adds to its subject: 水利部, 国家林业局, 食品药品监管总局.
_STATE = re.compile(r"^国家|(?:部|总局|局|委员会|委|署|办公室|办)$")


class Submitted:
    """The names, provisions and explanations of the rows that stand together."""

    def __init__(self, rows: Sequence[Row], context: Context) -> None:
        """Read the rows once; ``context`` tells which unit a name stands for."""
        self._context = context
        self._names = {bare(name) for row in rows for name in _names(row)} - {""}
        self._ordered = sorted(self._names)
        self._text = "\n".join(self._ordered)
        self._provisions = {frozenset(provisions(row.legal_basis)) for row in rows if row.legal_basis} - {frozenset()}
        self._dropped = "\n".join(bare(row.remarks) for row in rows if row.remarks and DROPPED.search(row.remarks))
        self._units = {self._unit(row.org) for row in rows if row.org}

    def concerns(self, entry: ListEntry) -> bool:
        """Whether an entry belongs to one of the units; one without a unit is taken for theirs."""
        if not entry.org:
            return True
        return self._unit(entry.org) in self._units or any(_is_branch(entry.org, unit) for unit in self._units)

    def has(self, entry: ListEntry) -> bool:
        """Whether a row or sub-item is the entry, by name or by basis, or a remark says what became of it."""
        name = bare(entry.name)
        if not name or name in self._text or name in self._dropped or self._is_contained(name):
            return True
        basis = frozenset(provisions(entry.basis)) if entry.basis else frozenset()
        return basis in self._provisions or self._is_alike(name)

    def _is_contained(self, name: str) -> bool:
        """Whether a telling name of a row is part of the entry's."""
        parts = (name[a:b] for a in range(len(name)) for b in range(a + TELLING, len(name) + 1))
        return any(part in self._names for part in parts)

    def _is_alike(self, name: str) -> bool:
        found = process.extract(name, self._ordered, scorer=fuzz.ratio, score_cutoff=ALIKE * 100, limit=5)
        return any(only_adds_words(name, each) for each, _, _ in found)

    def _unit(self, name: str) -> str:
        return unit_named(name, self._context) or fold(name)


def _names(row: Row) -> Iterator[str]:
    yield from filter(None, (row.item_name, row.sub_item_name, row.full_name, *(row.sub_items or ())))


def _is_branch(department: str, unit: str) -> bool:
    """Whether a department of the State Council has the province's unit below it: 水利部, 辽宁省水利厅."""
    subject = _STATE.sub("", _STATE.sub("", fold(department).replace("和", "")))
    rest = iter(unit)
    return len(subject) > 1 and unit.startswith("辽宁省") and all(sign in rest for sign in subject)
