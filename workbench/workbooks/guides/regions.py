"""Which cells belong to a label of a form: those right of it, or below it, until the next label."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.records import MATERIALS
from workbench.workbooks.guides import labels
from workbench.workbooks.guides.finding import Form, Label, label_columns
from workbench.workbooks.guides.page import Cell, Page


class Region(NamedTuple):
    """Rows and columns (from 0, inclusive) of an element's content."""

    top: int
    bottom: int
    left: int
    right: int


class Regions:
    """Finds the region of each label of one form."""

    def __init__(self, page: Page, form: Form) -> None:
        """For the labels of ``form``, which stands on ``page``."""
        self.page, self.form = page, form
        self.right = right_edge(page, form)
        self.by_row: dict[int, list[Label]] = defaultdict(list)
        for label in form.labels:
            for row in range(label.cell.top, label.cell.bottom + 1):
                self.by_row[row].append(label)
        self.left_column = min(label_columns(form), default=min(label.cell.left for label in form.labels))
        alone = [label for label in form.labels if self._stands_over(label)]
        self.stacked = len(alone) * 2 > len(form.labels)

    def region(self, label: Label) -> Region:
        """Where the label's content stands."""
        limit = self._limit(label)
        if limit < label.cell.right + 1 or (self.stacked and self._stands_over(label)) or self._in_a_head_row(label):
            return self._below(label)
        return self._beside(label, limit)

    def _limit(self, label: Label) -> int:
        """The last column right of a label before the next label, and before that one's number."""
        cell = label.cell
        others = [
            each.cell.left
            for row in range(cell.top, cell.bottom + 1)
            for each in self.by_row[row]
            if each.cell.left > cell.right
        ]
        if not others:
            return self.right
        limit = min(others) - 1
        numbered = self.page.cell(cell.top, limit)
        own = self.page.cell(cell.top, cell.left - 1) if cell.left else numbered
        if limit > cell.right and labels.is_number(numbered.text) and labels.is_number(own.text) and own != numbered:
            limit = numbered.left - 1
        return limit

    def _in_a_head_row(self, label: Label) -> bool:
        """Whether the label stands in a row of labels side by side, with their contents below."""
        row = sorted(self.by_row[label.cell.top], key=lambda each: each.cell.left)
        gaps = [self._between(a, b) for a, b in pairwise(row)]
        return len(row) > 1 and not any(gaps) and not self._filled_right_of(row[-1])

    def _between(self, a: Label, b: Label) -> bool:
        """Whether there is room for content between two labels of a row."""
        return self._limit(a) > a.cell.right if b.cell.left > a.cell.right + 1 else False

    def _filled_right_of(self, label: Label) -> bool:
        cell = label.cell
        return bool(self.page.within(cell.top, cell.bottom, cell.right + 1, self.right))

    def _stands_over(self, label: Label) -> bool:
        """Whether nothing is right of a label and the row below has text under it alone."""
        cell = label.cell
        if self._filled_right_of(label) or len(self.by_row[cell.top]) > 1 or cell.bottom + 1 > self.form.bottom:
            return False
        below = self.page.rows[cell.bottom + 1]
        if cell.bottom + 1 in self.by_row or len(below) != 1:
            return False
        return below[0].left <= cell.right and not _closes(below[0])

    def _beside(self, label: Label, limit: int) -> Region:
        cell = label.cell
        bottom, row = cell.bottom, cell.bottom + 1
        while row <= self.form.bottom and not self.by_row.get(row):
            state = self._continues(label, row, limit)
            if state is False:
                break
            bottom = row if state else bottom
            row += 1
        return Region(cell.top, bottom, cell.right + 1, limit)

    def _continues(self, label: Label, row: int, limit: int) -> bool | None:
        """Whether a row below goes on with the label's content; None for a blank row among materials."""
        cell = label.cell
        band = self.form.left if cell.left <= self.left_column else cell.left
        if self.page.within(row, row, band, cell.right):
            return False
        if self.page.within(row, row, cell.right + 1, limit):
            return True
        return None if label.name == MATERIALS else False

    def _below(self, label: Label) -> Region:
        cell = label.cell
        alone = len(self.by_row[cell.top]) == 1
        right = self.right if alone else cell.right
        left = self.form.left if alone and cell.left <= self.left_column else cell.left
        bottom, row = cell.bottom, cell.bottom + 1
        while row <= self.form.bottom and not self.by_row.get(row):
            line = self.page.rows[row]
            if line and _closes(line[0]):
                break
            if line:
                bottom = row
            row += 1
        return Region(cell.bottom + 1, bottom, left, right)


def _closes(cell: Cell) -> bool:
    """Whether a line is no content: a title or a note at the foot."""
    return labels.is_note(cell.text) or labels.is_title(cell.text) or labels.is_group(cell.text)


def right_edge(page: Page, form: Form) -> int:
    """The last column of the form's contents: columns that explain how to fill it in do not count."""
    explained = [
        cell.left
        for row in page.rows[max(0, form.top - 2) : form.top]
        for cell in row
        if labels.explains(cell.text) and cell.left > form.labels[0].cell.right + 1
    ]
    return min([column - 1 for column in explained], default=form.right)


def unknown_labels(page: Page, form: Form, taken: Sequence[Region]) -> list[Label]:
    """Labels that name no element: texts that stand where labels stand and belong to no other label."""
    found = []
    known = {label.cell for label in form.labels}
    tops = {label.cell.top for label in form.labels}
    columns = label_columns(form)
    for row in page.rows[form.top : form.bottom + 1]:
        for cell in row:
            if cell.left not in columns or cell in known or not (cell.left == columns[0] or cell.top in tops):
                continue
            if _may_be_label(cell) and not _inside(cell, taken):
                found.append(Label("", labels.printed(cell.text) or cell.text.strip(), cell))
    return found


def _may_be_label(cell: Cell) -> bool:
    text = cell.text
    return bool(
        text
        and labels.printed(text)
        and not labels.is_number(text)
        and not labels.is_heading(text)
        and not _closes(cell)
    )


def _inside(cell: Cell, taken: Sequence[Region]) -> bool:
    return any(region.top <= cell.top <= region.bottom and region.left <= cell.left <= region.right for region in taken)
