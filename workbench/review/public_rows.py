"""What of a catalogue may be published: no secret matters, and no secret bases of others (附件1 3.1.2)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from workbench import checks, citations, workbooks
from workbench.records import COLUMN_NAMES, Matter, Row

#: The rule that says what must not stand in a public export; it is asked, so that both always agree.
_RULE = "REMARK-SECRET"
_EXPORT = "公开版"
#: What may stand before a document on its line: a number, or its rank in brackets.
_BEFORE = re.compile(r"[\s\d.、．（）()【】\[\]〔〕一二三四五六七八九十\w]*")
_OWN = ("item_type", "legal_basis", "levels_and_departments", "implementing_agency", "remarks")


def public_row(matter: Matter) -> Row | None:
    """The matter's row without its secret bases; None where the matter itself is secret, or all of its basis is."""
    clean: dict[str, Any] = {name: workbooks.clean(getattr(matter.row, name) or "") for name in COLUMN_NAMES}
    row = replace(matter.row, **clean)
    while True:
        item = checks.Item(id=matter.item, row=row, catalogue=matter.kind, org=matter.unit, export=_EXPORT)
        found = checks.run(item, checks.Context(), only=[_RULE]).findings
        if not found:
            return row
        if found[0].field != "legal_basis" or found[0].span is None:
            return None
        row = replace(row, legal_basis=_without(row.legal_basis or "", found[0].span[0]))
        if not row.legal_basis:
            return None


def _without(basis: str, at: int) -> str:
    """The basis without the document that is cited at a place, its text and its rank."""
    starts = sorted({_line_start(basis, citation.span[0]) for citation in citations.parse(basis)})
    start = max((each for each in starts if each <= at), default=0)
    stop = min((each for each in starts if each > start), default=len(basis))
    return (basis[:start].rstrip() + "\n" + basis[stop:].lstrip()).strip()


def _line_start(basis: str, at: int) -> int:
    """Where a document's line begins, if only its number and rank stand before it; else the place itself."""
    start = basis.rfind("\n", 0, at) + 1
    return start if _BEFORE.fullmatch(basis[start:at]) else at


def main_items(rows: Sequence[tuple[Matter, Row]]) -> Iterator[workbooks.MainItem]:
    """The rows as the handbook's form has them: numbered from 1, sub-items below their merged main item."""
    together = groupby(rows, key=lambda each: (each[0].unit, each[0].kind, each[0].row.seq, each[1].item_name))
    for number, (_, some) in enumerate(together, start=1):
        mine = [row for _, row in some]
        main = replace(mine[0], seq=str(number))
        if len(mine) == 1:
            yield workbooks.MainItem(main)
            continue
        shared = {name for name in _OWN if len({getattr(row, name) for row in mine}) == 1}
        yield workbooks.MainItem(replace(main, sub_item_name=None), tuple(_below(row, shared) for row in mine))


def _below(row: Row, shared: set[str]) -> Row:
    """A sub-item's own cells: None where the main item's is merged over all of them."""
    own: dict[str, Any] = {name: getattr(row, name) or "" for name in _OWN if name not in shared}
    return Row(sub_item_name=row.sub_item_name or "", **own)
