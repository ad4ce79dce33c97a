"""Check boxes and option buttons that are drawn over the cells of an Excel sheet, by the marks that they show.

Excel and WPS keep them as form controls (a part of properties and an anchor in the sheet) and once more in a drawing of
the old kind (VML), which also has their texts; older programs write the drawing alone. Runs only in the guarded process.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded.bounds import MEGABYTE, column_number
from workbench.workbooks.guarded.check_marks import box
from workbench.workbooks.guarded.grid import Merge
from workbench.workbooks.guarded.markup import Element, refuse_doctype
from workbench.workbooks.guarded.parts import Parts

#: Row and column from 0.
_Cell = tuple[int, int]

_CONTROL = re.compile(rb"<(?:\w+:)?control ([^>]*[^/>])>(.*?)</(?:\w+:)?control>", re.DOTALL)
_SHAPE, _LINK = re.compile(rb'\bshapeId="(\d{1,9})"'), re.compile(rb'\b\w+:id="([^"]*)"')
_CORNER = re.compile(rb"<(?:\w+:)?(?:from|to)>(.*?)</(?:\w+:)?(?:from|to)>", re.DOTALL)
_NUMBER = re.compile(rb">\s*(-?\d{1,9})\s*<")
_PLACE = re.compile(r"(.*!)?\$?([A-Z]{1,3})\$?(\d{1,7})")
_KINDS = {"checkbox", "radio"}
_CHOOSING = {*_KINDS, "drop", "list", "editbox"}
_ON = {"checked", "1", "true", "mixed"}
_SHAPE_NUMBER = re.compile(r"_s(\d{1,9})$")
#: Excel leaves these open.
_BREAK = re.compile(rb"<br\s*/?>", re.IGNORECASE)
_CORNERS, _VML_CORNERS = 4, 8
#: Of a control that reaches from one row into the next, it belongs to the next where it fills so much of it.
_HALF_EMU, _HALF_PIXELS = 100_000, 10
#: Drawings larger than this, and more controls than these, are not looked at.
_MOST_BYTES, _MOST = 8 * MEGABYTE, 2_000
#: So many rows below the last cell, a control still belongs to the table.
_BELOW = 200
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
#: What is told of those that are not read.
UNREAD = "有控件（复选框、单选按钮等）的勾选状态无法读取，请核对"


@dataclass(frozen=True, slots=True)
class Control:
    """One check box or option button: the cell that it stands over, how far left, its state, text and linked cell."""

    cell: _Cell
    left: int
    chosen: bool
    label: str = ""
    linked: _Cell | None = None


@dataclass(frozen=True, slots=True)
class Controls:
    """Those of a sheet that are read into the cells below them; ``unread`` says that there are others."""

    found: tuple[Control, ...] = ()
    unread: bool = False

    def within(self, height: int, most: float) -> "Controls":
        """Those that belong to a table of so many rows and at most so many cells; others are only told to be there."""
        below = height + _BELOW
        kept = tuple(each for each in self.found if each.cell[0] < below and below * (each.cell[1] + 1) <= most)
        return replace(self, found=kept, unread=self.unread or len(kept) < len(self.found))

    def marked(self, merges: Sequence[Merge]) -> dict[_Cell, list[Control]]:
        """Cell -> the controls over it, left to right; a merged one by its first cell."""
        shown = _shown_by(sorted({each.cell for each in self.found}), merges)
        over: dict[_Cell, list[Control]] = defaultdict(list)
        for control in sorted(self.found, key=lambda each: (*each.cell, each.left)):
            over[shown.get(control.cell, control.cell)].append(control)
        return dict(over)

    def notes(self, cells: Iterable[_Cell]) -> Iterator[str]:
        """What is told of the sheet; ``cells`` are those that marks were read into."""
        names = [cell_name(*cell) for cell in sorted(cells)]
        if names:
            more = f" 等 {len(names)} 个单元格" if len(names) > 1 else ""
            yield f"有 {len(self.found)} 个复选框或单选按钮控件，已按勾选状态读入其所在的单元格（{names[0]}{more}）"
        if self.unread:
            yield UNREAD


def _shown_by(cells: Sequence[_Cell], merges: Sequence[Merge]) -> dict[_Cell, _Cell]:
    """Cell -> the first cell of the merged range that it is in, for those of these cells that are in one."""
    found = {}
    for top, left, bottom, right in merges if cells else ():
        for cell in cells[bisect_left(cells, (top, 0)) : bisect_left(cells, (bottom + 1, 0))]:
            if left <= cell[1] <= right:
                found[cell] = top, left
    return found


def read_controls(parts: Parts, part: str, data: bytes) -> Controls:
    """The controls of the sheet in this part, whose XML is ``data``."""
    if b"legacyDrawing" not in data and b"<controls" not in data:
        return Controls()
    links = parts.related(part)
    drawn = dict(_drawn(parts, links.values()))
    found, unread = [], False
    for number, link, place in islice(_anchored(data), _MOST):
        about = parts.root(links.get(link, ""))
        old = drawn.pop(number, None)
        control = old if about is None else _form_control(about, place, old)
        if control:
            found.append(control)
        unread = unread or (control is None and _is_unread(about))
    found += [control for control in drawn.values() if control]
    unread = unread or None in drawn.values()
    found = [each for each in found if each.linked is None or each.label]
    many = len(found) > _MOST or data.count(b"<controlPr") > _MOST
    return Controls(tuple(found[:_MOST]), unread or many)


def texts_with(text: str, controls: Sequence[Control]) -> str:
    """What a cell shows with the controls over it: those without a text of their own stand before the cell's options."""
    bare = [each for each in controls if not each.label]
    if controls and controls[0].linked is not None and text in {"TRUE", "FALSE"}:
        text = ""
    pieces = text.split()
    if len(bare) > 1 and len(pieces) == len(bare):
        text = " ".join(f"{_mark(each)}{piece}" for each, piece in zip(bare, pieces, strict=True))
    elif bare:
        text = f"{''.join(map(_mark, bare))}{text}"
    labelled = [f"{_mark(each)}{each.label}" for each in controls if each.label]
    return " ".join([*([text] if text else []), *labelled])


def _mark(control: Control) -> str:
    return box(chosen=control.chosen)


def _anchored(data: bytes) -> Iterator[tuple[int, str, tuple[_Cell, int] | None]]:
    """Shape number, relationship and anchor of each control in the sheet's own XML."""
    start = data.find(b"<controls")
    for control in _CONTROL.finditer(data, start) if start >= 0 else ():
        shape, link = _SHAPE.search(control[1]), _LINK.search(control[1])
        corners = [int(number) for corner in _CORNER.findall(control[2]) for number in _NUMBER.findall(corner)]
        if shape and link:
            yield int(shape[1]), link[1].decode("utf-8", "replace"), _from_corners(corners)


def _from_corners(corners: Sequence[int]) -> tuple[_Cell, int] | None:
    """Cell and left edge of an anchor: column, offset, row and offset of its first and of its last corner."""
    if len(corners) != 2 * _CORNERS:
        return None
    left, shift, top, _, _, _, bottom, into = corners
    return (_row(top, bottom, into, _HALF_EMU), max(left, 0)), shift


def _row(top: int, bottom: int, into: int, half: int) -> int:
    """The row of a control that reaches from one row so far into another."""
    if bottom == top + 1:
        return max(bottom if into > half else top, 0)
    return max((top + bottom) // 2, 0)


def _form_control(about: Element, place: tuple[_Cell, int] | None, old: Control | None) -> Control | None:
    """A control by its properties, its anchor and what the drawing of the old kind says of it."""
    if place is None and old is not None:
        place = old.cell, old.left
    if about.get("objectType", "").lower() not in _KINDS or place is None:
        return None
    chosen = about.get("checked", "").lower() in _ON
    return Control(*place, chosen, old.label if old else "", _linked(about.get("fmlaLink", "")))


def _is_unread(about: Element | None) -> bool:
    """Whether there is something to choose or to fill in that is not read."""
    return about is None or (about.get("objectType", "").lower() in _CHOOSING and not about.get("fmlaLink"))


def _drawn(parts: Parts, names: Iterable[str]) -> Iterator[tuple[int, Control | None]]:
    """Shape number and control of each check box and option button in the old drawings."""
    for name in names:
        data = parts.read(name) if name.lower().endswith(".vml") else b""
        if len(data) <= _MOST_BYTES and (b"heckbox" in data or b"adio" in data):
            refuse_doctype(data)
            yield from _shapes(data)


def _shapes(data: bytes) -> Iterator[tuple[int, Control | None]]:
    """The same of one drawing, whose texts need not be well-formed."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(_BREAK.sub(b" ", data), parser)
    for at, shape in enumerate(() if root is None else root.iter("{*}shape")):
        about = shape.find("{*}ClientData")
        if about is None or about.get("ObjectType", "").lower() not in _KINDS:
            continue
        number = _SHAPE_NUMBER.search(shape.get(f"{_OFFICE}spid") or shape.get("id", ""))
        yield int(number[1]) if number else -1 - at, _old_control(shape, about)


def _old_control(shape: Element, about: Element) -> Control | None:
    corners = [int(each) for each in re.findall(r"-?\d{1,9}", about.findtext("{*}Anchor") or "")]
    if len(corners) != _VML_CORNERS:
        return None
    left, shift, top, _, _, _, bottom, into = corners
    text = shape.find("{*}textbox")
    label = "" if text is None else " ".join("".join(text.itertext()).split())
    chosen = (about.findtext("{*}Checked") or "").strip().lower() in _ON
    cell = _row(top, bottom, into, _HALF_PIXELS), max(left, 0)
    return Control(cell, shift, chosen, label, _linked(about.findtext("{*}FmlaLink") or ""))


def _linked(formula: str) -> _Cell | None:
    place = _PLACE.fullmatch(formula.strip())
    return (int(place[3]) - 1, column_number(place[2].encode()) - 1) if place else None
