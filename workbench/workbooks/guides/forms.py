"""Reads forms: one guide each, printed as labels with their contents beside or below (附件2, 式样)."""

from collections.abc import Iterator, Sequence

from workbench.records import MATERIALS
from workbench.workbooks.guides import labels, lists, materials, steps
from workbench.workbooks.guides.drafts import TOPICS, Draft
from workbench.workbooks.guides.finding import Form, Label, forms, material_heads
from workbench.workbooks.guides.numbering import named_by_number
from workbench.workbooks.guides.page import FIELD, HEADER, IGNORED, TITLE, Cell, Page, composed
from workbench.workbooks.guides.regions import Region, Regions, right_edge, unknown_labels
from workbench.workbooks.other_rows import NOTE
from workbench.workbooks.recognition import unit_label

_EXPLANATION = "填写说明，不是填报内容"


def read(page: Page, least: int) -> list[Draft]:
    """The guides of a page that has forms, top to bottom; what became of each cell is noted on the page."""
    found = forms(page, least)
    above = 0
    drafts = []
    for form in found:
        draft = _Reader(page, form).read()
        draft.unit = unit_above(page, above, form.top)
        _note_rest(page, above, form)
        above = form.bottom + 1
        drafts.append(draft)
    return drafts


def materials_alone(page: Page) -> Draft | None:
    """A table of materials that stands alone, without the label 申请材料; None where a page is no such table."""
    heads = material_heads(page)
    if len(heads) != 1:
        return None
    [(at, cells)] = heads.items()
    draft = Draft(page.name, cells[0])
    right = max(cell.right for row in page.rows for cell in row)
    rows = materials.read_rows(page, range(at + 1, len(page.rows)), materials.columns(cells, right))
    page.claim((cell for row in page.rows[:at] for cell in row), TITLE)
    page.claim(cells, HEADER)
    draft.set_materials(rows, None)
    return draft if rows else None


class _Reader:
    """Reads one form."""

    def __init__(self, page: Page, form: Form) -> None:
        self.page, self.form = page, form
        self.draft = Draft(page.name, form.labels[0].cell)

    def read(self) -> Draft:
        """The form as a draft; everything that belongs to a label is noted on the page."""
        regions = self._regions()
        for label in regions:
            if label.content is None:
                self.page.claim([label.cell], HEADER)
            self.draft.order.append(label.text)
        for label, region in regions.items():
            self._element(label, region)
        return self.draft

    def _regions(self) -> dict[Label, Region]:
        """Where each label's content stands, also of labels that name no element."""
        found = _all_regions(self.page, self.form)
        unknown = unknown_labels(self.page, self.form, list(found.values()))
        if not unknown:
            return found
        self.form.labels.extend(named_by_number(self.page, self.form.labels, unknown))
        self.form.labels.sort(key=lambda label: (label.cell.top, label.cell.left))
        return _all_regions(self.page, self.form)

    def _element(self, label: Label, region: Region) -> None:
        cells = [cell for cell in self.page.within(*region) if not self.page.claimed(cell)]
        if label.content is not None:
            cells = [label.cell._replace(text=label.content), *cells]
        if not label.name:
            self.page.claim(cells, IGNORED, reason=f"“{label.text}”不是办事指南的要素")
        elif label.name == labels.REMARKS:
            self.page.claim(cells, FIELD, labels.REMARKS)
            self.draft.remarks = composed(cells)
            self.draft.cells[label.name] = cells[0] if cells else self.page.cell(region.top, region.left)
        elif label.name in self.draft.elements or (label.name == MATERIALS and self.draft.materials is not None):
            self._repeated(label, cells)
        else:
            self.draft.cells[label.name] = cells[0] if cells else self.page.cell(region.top, region.left)
            self._content(label.name, region, cells)

    def _repeated(self, label: Label, cells: Sequence[Cell]) -> None:
        reason = f"“{label.text}”重复出现，以第一处为准"
        self.page.claim(cells, IGNORED, reason=reason)

    def _content(self, name: str, region: Region, cells: Sequence[Cell]) -> None:
        if name == MATERIALS:
            self._materials(region, cells)
        elif name == steps.FLOW:
            self.draft.elements[name], self.draft.steps = steps.read(self.page, cells)
        else:
            self.page.claim(cells, FIELD, name)
            self.draft.elements[name] = composed(cells)
        if name == TOPICS:
            self.draft.set_topics()

    def _materials(self, region: Region, cells: Sequence[Cell]) -> None:
        head = next((row for row in sorted(self.form.heads) if region.top <= row <= region.bottom), None)
        heads = self.form.heads[head] if head is not None else _single_head(cells)
        if not heads:
            rows = materials.unheaded(self.page, cells)
            self.draft.set_materials(rows, composed(cells))
            return
        self.page.claim(heads, HEADER)
        columns = materials.columns(heads, region.right)
        lines = range(heads[0].top + 1, region.bottom + 1)
        rows = materials.read_rows(self.page, lines, columns)
        rest = [cell for cell in cells if not self.page.claimed(cell)]
        said = [cell for cell in cells if cell.top >= heads[0].top and lists.says_none(cell.text)]
        self.page.claim(rest, FIELD, MATERIALS)
        text = composed(rest) if rest else None
        if not rows:
            text = text or (said[0].text if said else "")
        self.draft.set_materials(rows, text)


def _all_regions(page: Page, form: Form) -> dict[Label, Region]:
    regions = Regions(page, form)
    return {label: regions.region(label) for label in form.labels}


def _single_head(cells: Sequence[Cell]) -> list[Cell]:
    """The heading of a table that only has the names of materials."""
    first = [cell for cell in cells if cells and cell.top == cells[0].top]
    return first if len(first) == 1 and len(cells) > 1 and labels.sub_field(first[0].text) == materials.NAME else []


def unit_above(page: Page, above: int, top: int) -> str | None:
    """What stands after 填报单位： in the caption, or in the rows from ``above`` to before ``top``."""
    return unit_label([page.grid.caption, *(cell.text for row in page.rows[above:top] for cell in row)])


def _note_rest(page: Page, above: int, form: Form) -> None:
    """Note what titles, numbers, groups and notes are."""
    for row in page.rows[above : form.top]:
        page.claim((cell for cell in row if labels.is_heading(cell.text) or labels.explains(cell.text)), HEADER)
        page.claim(row, TITLE)
    explained = right_edge(page, form)
    for cell in _unclaimed(page, form.top, form.bottom):
        if cell.left > explained:
            page.claim([cell], IGNORED, reason=_EXPLANATION)
        elif labels.is_number(cell.text) or labels.is_heading(cell.text) or labels.topic_list(cell.text):
            page.claim([cell], HEADER)
        elif labels.is_title(cell.text):
            page.claim([cell], TITLE)
        elif labels.is_note(cell.text):
            page.claim([cell], IGNORED, reason=NOTE)


def _unclaimed(page: Page, top: int, bottom: int) -> Iterator[Cell]:
    for row in page.rows[top : bottom + 1]:
        for cell in row:
            if not page.claimed(cell):
                yield cell
