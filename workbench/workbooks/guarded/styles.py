"""The styles of an Excel workbook, as far as they change what a cell shows: number formats and fonts of signs."""

from dataclasses import dataclass, field

from workbench.workbooks.guarded.check_marks import is_symbol_font
from workbench.workbooks.guarded.markup import Element
from workbench.workbooks.guarded.number_formats import BUILTIN

_PLAIN = {"", "general", "@"}


@dataclass(slots=True)
class Styles:
    """Number of a cell style -> number format, or font, where it is not plain."""

    formats: dict[int, str] = field(default_factory=dict)
    fonts: dict[int, str] = field(default_factory=dict)


def read_styles(root: Element | None) -> Styles:
    """The styles of ``styles.xml``."""
    styles = Styles()
    cells = None if root is None else root.find("{*}cellXfs")
    if root is None or cells is None:
        return styles
    codes = BUILTIN | {
        _number(each.get("numFmtId")): each.get("formatCode", "") for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    fonts = [_font_name(font) for font in root.iterfind("{*}fonts/{*}font")]
    for at, style in enumerate(cells.iterchildren("{*}xf")):
        code = codes.get(_number(style.get("numFmtId")), "")
        if code.lower() not in _PLAIN:
            styles.formats[at] = code
        font = _number(style.get("fontId"))
        if font < len(fonts) and is_symbol_font(fonts[font]):
            styles.fonts[at] = fonts[font]
    return styles


def _font_name(font: Element) -> str:
    name = font.find("{*}name")
    return "" if name is None else name.get("val", "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
