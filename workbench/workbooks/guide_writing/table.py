"""Writes guides as a table with one row a matter, its materials in several rows beside it."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbench.records import ELEMENTS, MATERIALS, Guide, material_field
from workbench.workbooks.cells import cell_name
from workbench.workbooks.guide_writing.plan import Printed, sub_fields, value_of
from workbench.workbooks.guide_writing.sheets import Styles
from workbench.workbooks.heights import height, stretch

_A3, _HEAD_ROWS = 8, 3
#: A table of all elements is readable over so many pages side by side; number and name stand on each.
_PAGES_WIDE = 4
_TITLE = "政务服务事项办事指南汇总表"
_WIDE = {"事项类型": 40, "设定依据": 40, "受理条件": 40, "办理流程": 40, "常见问题": 40, "材料名称": 22, "序号": 6}
_WIDTH = 16
_REMARKS, _NAME_FIELD = "备注", "材料名称"


class TableSheet:
    """A sheet with one such table; ``line`` is the next free row."""

    def __init__(self, page: Worksheet, styles: Styles, guides: Sequence[Guide]) -> None:
        """For ``page``; only elements that some guide has get a column."""
        self.page, self.styles, self.guides = page, styles, guides
        self.fields = sub_fields(guides) if any(guide.materials for guide in guides) else []
        self.columns = [(element.name, "", element.common) for element in ELEMENTS if self._has(element.name)]
        at = next((at for at, column in enumerate(self.columns) if column[0] == MATERIALS), None)
        if at is not None and self.fields:
            self.columns[at : at + 1] = [(MATERIALS, name, True) for name in self.fields]
        if any(guide.remarks is not None for guide in guides):
            self.columns.append((_REMARKS, "", False))
        self.line = 0

    def _has(self, name: str) -> bool:
        return any(name in guide.elements or (name == MATERIALS and guide.materials) for guide in self.guides)

    def write(self, unit: str | None) -> list[Printed]:
        """Write title, unit, header and all guides."""
        self.page.set_paper(_A3)
        self.page.set_landscape()
        self.page.fit_to_pages(_PAGES_WIDE, 0)
        self.page.repeat_columns(0, 1)
        self.page.set_column(0, 0, _WIDE["序号"])
        for column, (name, sub, _) in enumerate(self.columns, start=1):
            self.page.set_column(column, column, self._width(name, sub))
        self._wide(_TITLE, self.styles.title, 32)
        if unit:
            self._wide(f"填报单位：{unit}", self.styles.plain, 18)
        self._header()
        return [self._guide(seq, guide) for seq, guide in enumerate(self.guides, start=1)]

    def _width(self, name: str, sub: str) -> int:
        return _WIDE.get(sub or name, _WIDTH)

    def _wide(self, text: str, style: Format, points: float) -> None:
        self._merge(self.line, self.line, 0, len(self.columns), text, style)
        self.page.set_row(self.line, points)
        self.line += 1

    def _header(self) -> None:
        top = self.line
        bottom = top + (_HEAD_ROWS - 1 if self.fields else 1)
        self._merge(top, bottom, 0, 0, "序号", self.styles.head)
        for common, text in ((True, "共性要素"), (False, "个性要素")):
            at = [each for each, column in enumerate(self.columns, start=1) if column[2] is common]
            at = [each for each in at if self.columns[each - 1][0] != _REMARKS]
            if at:
                self._merge(top, top, at[0], at[-1], text, self.styles.head)
        for column, (name, sub, _) in enumerate(self.columns, start=1):
            if sub:
                self._merge(bottom, bottom, column, column, sub, self.styles.head)
            else:
                first = top if name == _REMARKS else top + 1
                self._merge(first, bottom, column, column, name, self.styles.head)
        under = [each for each, column in enumerate(self.columns, start=1) if column[1]]
        if under:
            self._merge(top + 1, top + 1, under[0], under[-1], MATERIALS, self.styles.head)
        self.line = bottom + 1
        self.page.freeze_panes(self.line, 2)
        self.page.repeat_rows(top, bottom)

    def _guide(self, seq: int, guide: Guide) -> Printed:
        rows = max(len(guide.materials or ()), 1)
        top, bottom = self.line, self.line + rows - 1
        heights = [height([])] * rows
        self._merge(top, bottom, 0, 0, str(seq), self.styles.centre)
        for column, (name, sub, _) in enumerate(self.columns, start=1):
            if sub:
                self._materials(guide, column, sub, heights)
                continue
            text = (guide.remarks if name == _REMARKS else guide.text(name)) or ""
            self._merge(top, bottom, column, column, text, self.styles.content)
            stretch(heights, height([(text, self._width(name, ""))]))
        for at, points in enumerate(heights):
            self.page.set_row(top + at, points)
        self.line = bottom + 1
        return Printed(self.page.name, self._places(guide, top))

    def _places(self, guide: Guide, top: int) -> dict[str, str]:
        """The cell of each element, and of each material's name."""
        found: dict[str, str] = {}
        for column, (name, sub, _) in enumerate(self.columns, start=1):
            found.setdefault(name, cell_name(top, column))
            for at in range(len(guide.materials or ()) if sub == _NAME_FIELD else 0):
                found[material_field(at, _NAME_FIELD)] = cell_name(top + at, column)
        return found

    def _materials(self, guide: Guide, column: int, sub: str, heights: list[float]) -> None:
        """One sub-field of all materials, a row each; what the element says instead stands in the first column."""
        if not guide.materials:
            said = guide.text(MATERIALS) if sub == _NAME_FIELD else ""
            self._merge(self.line, self.line, column, column, said or "", self.styles.content)
            return
        for at, material in enumerate(guide.materials):
            text = value_of(material, sub)
            self._merge(self.line + at, self.line + at, column, column, text, self.styles.content)
            heights[at] = max(heights[at], height([(text, self._width(MATERIALS, sub))]))

    def _merge(self, top: int, bottom: int, left: int, right: int, text: str, style: Format) -> None:
        if (top, left) != (bottom, right):
            self.page.merge_range(top, left, bottom, right, "", style)
        if text:
            self.page.write_string(top, left, text, style)
        else:
            self.page.write_blank(top, left, None, style)
