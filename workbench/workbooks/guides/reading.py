"""Reads the guides of one file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.records import MATERIALS, Problem, ReadUse
from workbench.workbooks.guarded import Grid
from workbench.workbooks.guides import forms, labels, tables
from workbench.workbooks.guides.bands import bands
from workbench.workbooks.guides.drafts import NAME, Draft
from workbench.workbooks.guides.finding import LEAST_ELEMENTS
from workbench.workbooks.guides.page import IGNORED, Page
from workbench.workbooks.own_parts import is_ours
from workbench.workbooks.reading import ReadGuide

#: How tables of Word documents are named.
_OF_WORD = re.compile(r"表\d+")


@dataclass(frozen=True, slots=True)
class GuidesReading:
    """The guides of one file, what was not understood, and what became of each cell of the sheets in ``read``.

    Sheets that hold no guide are left alone: they are neither in ``read`` nor in ``uses``.
    """

    guides: tuple[ReadGuide, ...]
    problems: tuple[Problem, ...]
    uses: tuple[ReadUse, ...]
    read: tuple[str, ...]


def read_guides(file: str, grids: Sequence[Grid]) -> GuidesReading:
    """Read the guides (附件2 and its printed form) on the sheets of a workbook or in the tables of a document.

    Args:
        file: the file's name, for places and messages.
        grids: its sheets or tables; those without a guide, such as catalogues, are passed over.
    """
    taken = _Taken()
    for grid in grids:
        if not is_ours(grid.name, grid.text(0, 0)):
            taken.take(Page(grid))
    uses = tuple(use for page in taken.pages for use in page.uses())
    return GuidesReading(
        guides=tuple(draft.read(file) for draft in taken.drafts),
        problems=tuple(_problems(file, taken.drafts, taken.pages, uses)),
        uses=uses,
        read=tuple(page.name for page in taken.pages),
    )


class _Taken:
    """The guides found so far, page by page; a guide may go on over several tables of a document, or two sheets."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.pages: list[Page] = []
        self._open: tuple[Page, Draft] | None = None

    def take(self, page: Page) -> None:
        """Take in what a page holds, if it holds guides or a part of one."""
        found = tables.read(page)
        if found is None:
            found = [draft for band in bands(page) for draft in forms.read(band, LEAST_ELEMENTS)]
        if found:
            self._take_open(page, found[0])
            self._add(page, found)
        elif _OF_WORD.fullmatch(page.name) and (part := _part(page)):
            self._take_part(page, part)

    def _add(self, page: Page, found: Sequence[Draft]) -> None:
        self.pages.append(page)
        for at, draft in enumerate(found):
            if at == 0 and NAME not in draft.elements and self._fits(draft):
                self.drafts[-1].continue_with(draft)
            else:
                self.drafts.append(draft)

    def _fits(self, part: Draft) -> bool:
        """Whether the last guide has nothing of what a further part of it has."""
        return bool(self.drafts) and not _held(self.drafts[-1]) & _held(part)

    def _take_part(self, page: Page, part: Draft) -> None:
        """A table too small to be told for a guide: the last guide goes on in it, or the next one begins."""
        if NAME not in part.elements and self._fits(part):
            self.pages.append(page)
            self.drafts[-1].continue_with(part)
        elif NAME in part.elements:
            self._open = (page, part)

    def _take_open(self, page: Page, draft: Draft) -> None:
        """Put a part that was left open before the guide that goes on with it."""
        opened, self._open = self._open, None
        if opened and NAME not in draft.elements and not _held(opened[1]) & _held(draft) and _follows(opened[0], page):
            self.pages.append(opened[0])
            self.drafts.append(opened[1])


def _part(page: Page) -> Draft | None:
    """A part of a guide in a table of a document: a few of its elements, or only its materials."""
    found = forms.read(page, 0)
    if len(found) == 1 and len(_held(found[0])) > 1:
        return found[0]
    return forms.materials_alone(page)


def _follows(before: Page, page: Page) -> bool:
    """Whether a table comes right after another."""
    return int(page.name[1:]) == int(before.name[1:]) + 1 if _OF_WORD.fullmatch(page.name) else False


def _held(draft: Draft) -> set[str]:
    return set(draft.elements) | ({MATERIALS} if draft.materials else set())


def _problems(file: str, drafts: Sequence[Draft], pages: Sequence[Page], uses: Sequence[ReadUse]) -> Iterator[Problem]:
    for page in pages:
        if not page.grid.visible:
            yield Problem(f"{file} 工作表“{page.name}”是隐藏的，已照常读取，请核对。", file, page.name)
        if outside := [line for line in page.grid.caption.splitlines() if labels.inline(line)]:
            text = f"{file} “{page.name}”表格以外的文字“{outside[0][:30]}”等 {len(outside)} 处像是办事指南的要素，未读取，请填入表内。"
            yield Problem(text, file, page.name)
    for draft in drafts:
        if not draft.elements.get(NAME, "").strip():
            text = f"{file} “{draft.sheet}”{draft.first.name} 处的办事指南没有事项名称，请填写后再报送。"
            yield Problem(text, file, draft.sheet, draft.first.name)
    for use in uses:
        if use.use == IGNORED and use.reason.startswith("“"):
            cell = re.split("[:,]", use.cells)[0]
            where = cell if use.count == 1 else f"{cell} 等 {use.count} 处"
            text = f"{file} “{use.sheet}”{where}：{use.reason}，内容未作为要素读取，请核对。"
            yield Problem(text, file, use.sheet, cell, note=True)
