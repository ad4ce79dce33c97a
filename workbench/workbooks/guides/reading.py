"""Reads the guides of one file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.records import MATERIALS, Problem, ReadUse
from workbench.workbooks.guarded import Grid
from workbench.workbooks.guides import forms, tables
from workbench.workbooks.guides.drafts import NAME, Draft
from workbench.workbooks.guides.finding import LEAST_ELEMENTS
from workbench.workbooks.guides.page import Page
from workbench.workbooks.own_parts import is_ours
from workbench.workbooks.reading import ReadGuide


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
    drafts: list[Draft] = []
    pages: list[Page] = []
    for grid in grids:
        if is_ours(grid.name, grid.text(0, 0)):
            continue
        page = Page(grid)
        found = tables.read(page)
        if found is None:
            found = forms.read(page, LEAST_ELEMENTS)
        if found:
            pages.append(page)
            _add(drafts, found)
    uses = tuple(use for page in pages for use in page.uses())
    return GuidesReading(
        guides=tuple(draft.read(file) for draft in drafts),
        problems=tuple(_problems(file, drafts, pages, uses)),
        uses=uses,
        read=tuple(page.name for page in pages),
    )


def _add(drafts: list[Draft], found: Sequence[Draft]) -> None:
    """Add the guides of a page; the first may be the second part of the last guide before."""
    for at, draft in enumerate(found):
        last = drafts[-1] if drafts else None
        if at == 0 and last and NAME not in draft.elements and not (_held(last) & _held(draft)):
            last.continue_with(draft)
        else:
            drafts.append(draft)


def _held(draft: Draft) -> set[str]:
    return set(draft.elements) | ({MATERIALS} if draft.materials is not None else set())


def _problems(file: str, drafts: Sequence[Draft], pages: Sequence[Page], uses: Sequence[ReadUse]) -> Iterator[Problem]:
    for page in pages:
        if not page.grid.visible:
            yield Problem(f"{file} 工作表“{page.name}”是隐藏的，已照常读取，请核对。", file, page.name)
    for draft in drafts:
        if not draft.elements.get(NAME, "").strip():
            text = f"{file} “{draft.sheet}”{draft.first.name} 处的办事指南没有事项名称，请填写后再报送。"
            yield Problem(text, file, draft.sheet, draft.first.name)
    for use in uses:
        if use.use == "ignored" and use.reason.startswith("“"):
            text = f"{file} “{use.sheet}”{use.cells}：{use.reason}，内容未作为要素读取，请核对。"
            yield Problem(text, file, use.sheet, use.cells.split(":")[0], note=True)
