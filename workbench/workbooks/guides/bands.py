"""Takes a page apart on which guides stand side by side: form beside form, or one column a guide beside one of labels."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from workbench.workbooks.guides import labels
from workbench.workbooks.guides.page import Cell, Page

_NAME = "事项名称"
#: So many labels must stand side by side again, or have a text in every column, before a page is taken apart.
_LEAST = 5
_SHARE = 0.6
#: Columns without headings are guides where so many rows say the same in all of them.
_ALIKE = 0.25
_LONGEST_NAME = 60


class Band(Page):
    """Some columns of a page; what is claimed on it is claimed on the page."""

    def __init__(self, page: Page, columns: Collection[int]) -> None:
        """For cells that reach into these columns."""
        self.__dict__.update(vars(page))
        self._columns = sorted(columns)
        self.rows = [[cell for cell in row if self._reaches(cell)] for row in page.rows]

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; for a column that is left out, the one in the next that is not."""
        return super().cell(row, next((each for each in self._columns if each >= column), column))

    def _reaches(self, cell: Cell) -> bool:
        return any(cell.left <= column <= cell.right for column in self._columns)


def bands(page: Page) -> Sequence[Page]:
    """The page's bands with a guide each, left to right; the page alone where it holds no guides side by side."""
    rows = [named for row in page.rows if (named := _named(row))]
    starts = _repeated(rows)
    if starts:
        edges = [0, *starts, max(cell.right for row in page.rows for cell in row) + 1]
        return [Band(page, range(left, right)) for left, right in pairwise(edges)]
    columns = _contents(page, rows)
    if len(columns) > 1:
        left = range(min(columns))
        return [Band(page, [*left, column]) for column in columns]
    return [page]


def _named(row: Sequence[Cell]) -> list[tuple[str, Cell]]:
    """Name and cell of the labels in a row."""
    return [(element.name, cell) for cell in row if (element := labels.element(cell.text))]


def _repeated(rows: Sequence[Sequence[tuple[str, Cell]]]) -> list[int]:
    """The columns in which the labels of a row stand again, from the second on."""
    again: Counter[int] = Counter()
    for row in rows:
        seen: dict[str, int] = {}
        for name, cell in row:
            if name in seen:
                again[cell.left] += 1
            seen.setdefault(name, cell.left)
    return sorted(column for column, count in again.items() if count >= max(_LEAST, _SHARE * len(rows)))


def _contents(page: Page, rows: Sequence[Sequence[tuple[str, Cell]]]) -> list[int]:
    """The columns with a guide each, where one column of labels stands left of several of them; else none."""
    found = [row[0] for row in rows if len(row) == 1]
    name = next((cell for text, cell in found if text == _NAME), None)
    if name is None or len(found) < _LEAST or any(cell.left != name.left for _, cell in found):
        return []
    names = [cell for cell in page.rows[name.top] if cell.left > name.right]
    columns = [cell.left for cell in names]
    whole = all(cell.left == cell.right and len(cell.text) <= _LONGEST_NAME for cell in names)
    if len(set(columns)) < 2 or len({cell.text for cell in names}) < len(names) or not whole:  # noqa: PLR2004 - several
        return []
    texts = [[page.cell(cell.top, column).text for column in columns] for _, cell in found]
    full = [row for row in texts if all(row)]
    if len(full) < _SHARE * len(found):
        return []
    alike = sum(len(set(row)) == 1 for row in full) >= _ALIKE * len(full)
    return columns if alike or _headed(page, name.top, columns) else []


def _headed(page: Page, row: int, columns: Sequence[int]) -> bool:
    """Whether the row above has a heading over each column, of which none is one of the form's."""
    above = [page.cell(row - 1, column).text for column in columns] if row else []
    if not above or len(set(above)) < len(columns) or not all(above):
        return False
    return not any(labels.explains(text) or labels.is_heading(text) for text in above)
