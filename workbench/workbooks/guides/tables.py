"""Reads tables with one row a matter: its materials in one cell, or in several rows under the merged matter."""

from collections.abc import Iterator, Sequence

from workbench.records import MATERIALS
from workbench.workbooks.guides import columns, labels, materials, ticks
from workbench.workbooks.guides.columns import ELEMENT, MATERIAL, NUMBER, OTHER, STEP, TOPIC, Header, Meaning
from workbench.workbooks.guides.drafts import NAME, TOPICS, Draft
from workbench.workbooks.guides.forms import unit_above
from workbench.workbooks.guides.page import FIELD, HEADER, IGNORED, TITLE, Cell, Page, composed
from workbench.workbooks.other_rows import NOTE, foot

_FLOW = "办理流程"
#: A row without a name goes on with the matter above it where it has no more elements than this.
_MOST_CONTINUED = 3


def read(page: Page) -> list[Draft] | None:
    """The guides of a page that holds such a table; None where it holds none."""
    header = columns.find(page)
    if header is None:
        return None
    unit = unit_above(page, 0, header.first)
    for row in page.rows[: header.first]:
        page.claim(row, TITLE)
    page.claim(header.cells, HEADER)
    drafts = [_matter(page, header, rows) for rows in _matters(page, header)]
    for draft in drafts:
        draft.unit = unit
    return drafts


def _matters(page: Page, header: Header) -> Iterator[list[int]]:
    """The rows of each matter; rows that are none are noted on the page."""
    words = [cell.text for cell in header.cells]
    current: list[int] = []
    for at in range(header.last + 1, len(page.rows)):
        row = page.rows[at]
        if not row and not (current and _covered_name(page, header, at, current)):
            continue
        if _is_other(page, row, words) or _is_foot(page, header, row):
            continue
        if current and _continues(page, header, at, current):
            current.append(at)
            continue
        if current:
            yield current
        current = [at]
    if current:
        yield current


def _is_other(page: Page, row: Sequence[Cell], words: Sequence[str]) -> bool:
    """Whether a row is no matter: the header once more, a note or a title."""
    if row and all(cell.text in words for cell in row):
        page.claim(row, HEADER)
        return True
    if row and (labels.is_note(row[0].text) or (len(row) == 1 and row[0].right > row[0].left)):
        title = labels.is_title(row[0].text)
        page.claim(row, TITLE if title else IGNORED, reason="" if title else NOTE)
        return True
    return False


def _is_foot(page: Page, header: Header, row: Sequence[Cell]) -> bool:
    """Whether a row without a name is a total, or signed: 合计：2项, 填表人：...."""
    at = header.of(ELEMENT, NAME)[0]
    why = foot(row[0].text) if row and not any(cell.left == at and cell != row[0] for cell in row) else None
    if why and len(row) <= _MOST_CONTINUED:
        page.claim(row, IGNORED, reason=why)
        return True
    return False


def _continues(page: Page, header: Header, at: int, current: Sequence[int]) -> bool:
    """Whether a row goes on with the matter above: under its merged name, without a name, or repeated for a material."""
    name, first = _name(page, header, at), _name(page, header, current[0])
    if name.text:
        same = (name.top, name.left) == (first.top, first.left)
        return same or (name.text == first.text and _repeats(page, header, at, current[0]))
    numbered = any(page.cell(at, column).text for column in header.of(NUMBER))
    own = {header.columns[cell.left].name for cell in page.rows[at] if _kind(header, cell) == ELEMENT}
    return not numbered and len(own) <= _MOST_CONTINUED


def _covered_name(page: Page, header: Header, at: int, current: Sequence[int]) -> bool:
    name = _name(page, header, at)
    return bool(name.text) and name == _name(page, header, current[0])


def _repeats(page: Page, header: Header, at: int, first: int) -> bool:
    """Whether a row has another material of the same matter, all else being the same."""
    if not header.of(MATERIAL):
        return False
    same = (*header.of(ELEMENT), *header.of(NUMBER))
    return all(page.cell(at, column).text == page.cell(first, column).text for column in same)


def _name(page: Page, header: Header, at: int) -> Cell:
    return page.cell(at, header.of(ELEMENT, NAME)[0])


def _kind(header: Header, cell: Cell) -> str:
    meaning = header.columns.get(cell.left)
    return meaning.kind if meaning else OTHER


def _matter(page: Page, header: Header, rows: Sequence[int]) -> Draft:
    draft = Draft(page.name, page.cell(rows[0], min(header.columns)))
    draft.order = list(dict.fromkeys(filter(None, map(_label, header.columns.values()))))
    repeated = len(rows) > 1 and all(page.rows[at] and _own_name(page, header, at) for at in rows)
    for name in dict.fromkeys(header.columns[column].name for column in header.of(ELEMENT)):
        cells = _cells(page, rows[:1] if repeated else rows, header.of(ELEMENT, name))
        if repeated:
            page.claim(_cells(page, rows[1:], header.of(ELEMENT, name)), FIELD, name)
        _element(page, draft, name, cells, page.cell(rows[0], header.of(ELEMENT, name)[0]))
    _topics(page, header, draft, rows)
    _material_rows(page, header, draft, rows)
    _steps(page, header, draft, rows)
    page.claim(_cells(page, rows, header.of(NUMBER)), FIELD, "序号")
    for column in header.of(OTHER):
        reason = f"“{header.columns[column].text or '无表头'}”不是办事指南的要素"
        page.claim(_cells(page, rows, [column]), IGNORED, reason=reason)
    return draft


def _label(meaning: Meaning) -> str:
    """The label that a column stands for on the form, as printed; blank for a number."""
    if meaning.kind == NUMBER:
        return ""
    return MATERIALS if meaning.kind == MATERIAL else meaning.text


def _own_name(page: Page, header: Header, at: int) -> bool:
    name = _name(page, header, at)
    return bool(name.text) and name.top == at


def _cells(page: Page, rows: Sequence[int], at: Sequence[int]) -> list[Cell]:
    """The filled cells of columns in rows, each once, merged ones included."""
    found = (page.cell(row, column) for row in rows for column in at)
    return [cell for cell in dict.fromkeys(found) if cell.text]


def _element(page: Page, draft: Draft, name: str, cells: Sequence[Cell], blank: Cell) -> None:
    page.claim(cells, FIELD, name)
    draft.cells[name] = cells[0] if cells else blank
    if name == labels.REMARKS:
        draft.remarks = composed(cells)
        return
    draft.elements[name] = composed(cells)
    if name == TOPICS:
        draft.set_topics()
    if name == MATERIALS:
        draft.set_materials(materials.unheaded(page, cells), draft.elements[name])


def _topics(page: Page, header: Header, draft: Draft, rows: Sequence[int]) -> None:
    """Two columns 面向自然人 and 面向法人 under 事项类型."""
    found: dict[str, tuple[str, ...]] = {}
    texts = []
    for name in (labels.NATURAL, labels.LEGAL):
        at = header.of(TOPIC, name)
        if not at:
            continue
        cells = _cells(page, rows, at)
        page.claim(cells, FIELD, TOPICS)
        draft.cells.setdefault(TOPICS, cells[0] if cells else page.cell(rows[0], at[0]))
        found[name] = ticks.ticked(name, composed(cells))
        texts.append(f"{name}：{composed(cells)}" if cells else "")
    if texts:
        draft.elements[TOPICS] = "\n".join(text for text in texts if text)
        draft.topics = (found.get(labels.NATURAL), found.get(labels.LEGAL))


def _material_rows(page: Page, header: Header, draft: Draft, rows: Sequence[int]) -> None:
    at = header.of(MATERIAL)
    if not at:
        return
    heads: list[materials.Column] = []
    for column in at:
        name = header.columns[column].name
        known = name in materials.KNOWN and all(head.name != name for head in heads)
        heads.append(materials.Column(column, column, name, known))
    found = materials.read_rows(page, rows, heads)
    said = "" if found else composed(_cells(page, rows, at))
    draft.cells.setdefault(MATERIALS, page.cell(rows[0], at[0]))
    draft.set_materials(found, None if found else said)


def _steps(page: Page, header: Header, draft: Draft, rows: Sequence[int]) -> None:
    at = header.of(STEP)
    if not at:
        return
    cells = _cells(page, rows, at)
    page.claim(cells, FIELD, _FLOW)
    found = [{header.columns[column].name: page.cell(row, column).text for column in at} for row in rows]
    draft.steps = [step for step in found if any(step.values())]
    draft.cells.setdefault(_FLOW, cells[0] if cells else page.cell(rows[0], at[0]))
    draft.elements.setdefault(_FLOW, composed(cells))
