"""Ties the rows and guides of a workbook that was answered, corrected and sent again to the ids that its 说明 carries."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from workbench.records.tidy import fold
from workbench.workbooks.answered import Answered
from workbench.workbooks.guarded import Grid
from workbench.workbooks.own_parts import INSTRUCTIONS_TITLE, ITEM_HEADING
from workbench.workbooks.reading import ReadGuide, ReadRow

#: Item or cell, and name, from top to bottom.
_Named = Sequence[tuple[str, str]]
_Gap = tuple[str, str]


def listed_items(about: Grid) -> Iterator[tuple[str, str, str, str]]:
    """Item, name, sheet and cell of every row of the table at the foot of 说明."""
    heading = next(
        (line for line, row in enumerate(about.rows) if row[: len(ITEM_HEADING)] == list(ITEM_HEADING)), None
    )
    for row in about.rows[heading + 1 :] if heading is not None else ():
        if len(row) >= len(ITEM_HEADING):
            yield row[0], row[1], row[2], row[3]


def told_items(
    grids: Sequence[Grid], rows: Sequence[ReadRow], guides: Sequence[ReadGuide]
) -> dict[tuple[str, str], str]:
    """The id of each row and guide that it can be told for, by sheet and first cell; empty where there is no 说明."""
    about = next((grid for grid in grids if grid.text(0, 0) == INSTRUCTIONS_TITLE), None)
    if about is None:
        return {}
    before: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for item, name, sheet, _ in listed_items(about):
        before[sheet].append((item, fold(name)))
    now: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for place, name in (
        *((row.place, row.row.full_name) for row in rows),
        *((guide.place, guide.guide.name) for guide in guides),
    ):
        now[place.sheet].append((place.cell, fold(name)))
    sheets = {grid.name: Answered(grid) for grid in grids if grid.name in before}
    return {
        (sheet, cell): item
        for sheet, answered in sheets.items()
        for cell, item in _tied(before[sheet], now[sheet], answered)
    }


def _tied(before: _Named, now: _Named, answered: Answered) -> Iterator[tuple[str, str]]:
    """Cell and item: by the name where it is the only one; else in order, where as many stand between the same names.

    A row that was put in anew has no answer beside it, and is nothing that was there before.
    """
    here, there = (Counter(name for _, name in some) for some in (now, before))
    known = {name for name in here if here[name] == there[name] == 1}
    item_of = {name: item for item, name in before}
    yield from ((cell, item_of[name]) for cell, name in now if name in known)
    former, gaps = _between(before, known), _between(now, known)
    for gap, cells in gaps.items():
        items = former.get(gap, ())
        if len(items) == len(cells):
            yield from (
                (cell, item)
                for cell, item in zip(cells, items, strict=True)
                if answered.texts(answered.beside(cell))[0]
            )


def _between(named: _Named, known: set[str]) -> Mapping[_Gap, list[str]]:
    """What stands between two known names, by these; blank at either end."""
    found: dict[_Gap, list[str]] = {}
    above, waiting = "", list[str]()
    for each, name in named:
        if name in known:
            found[above, name] = waiting
            above, waiting = name, []
        else:
            waiting.append(each)
    found[above, ""] = waiting
    return found
