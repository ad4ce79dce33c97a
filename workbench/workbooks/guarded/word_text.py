"""The text of Word paragraphs as it is seen: check boxes, symbols and accepted changes in place."""

from collections.abc import Iterable, Iterator

from workbench.workbooks.guarded.check_marks import box, in_font, is_symbol_font
from workbench.workbooks.guarded.markup import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARAGRAPH, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
#: Elements that hold no text of their own: properties, deleted text, field codes, what older programs would show.
_SILENT = {
    f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "sdtPr", "tcPr", "trPr", "tblPr")
} | {f"{_COMPATIBLE}Fallback"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_OFF = {"0", "false", "off"}


def inside(element: Element, tags: set[str]) -> Iterator[Element]:
    """The nearest elements of these kinds below an element, through content controls and the like."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _SILENT:
            yield from inside(child, tags)


def text_of(paragraph: Element) -> str:
    """The text of one paragraph."""
    return "".join(_pieces(paragraph))


def lines(paragraphs: Iterable[str]) -> str:
    """Paragraphs as lines, without blank ones at both ends."""
    text = "\n".join(paragraphs)
    return text.strip("\n") if text.strip() else ""


def _pieces(element: Element) -> Iterator[str]:
    """The texts below an element, in order."""
    for child in element:
        if child.tag in _SILENT:
            continue
        if child.tag == f"{W}r":
            yield from _run(child)
        elif child.tag == f"{W}sdt" and (mark := _check_box(child)):
            yield mark
        elif child.tag == f"{W}rt":
            continue
        else:
            yield from _pieces(child)


def _run(run: Element) -> Iterator[str]:
    font = _font(run)
    for child in run:
        if child.tag == f"{W}t":
            yield in_font(child.text or "", font) if font else child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield _symbol(child)
        elif child.tag == f"{W}fldChar" and (old := child.find(f"{W}ffData/{W}checkBox")) is not None:
            yield box(chosen=_is_on(old.find(f"{W}checked"), old.find(f"{W}default")))
        elif child.tag not in _SILENT:
            yield from _boxes(child)


def _boxes(element: Element) -> Iterator[str]:
    """Text boxes that are drawn in a run: their paragraphs as lines."""
    if len(element):
        inner = lines(text_of(each) for each in inside(element, {PARAGRAPH}))
        if inner:
            yield f"\n{inner}\n"


def _font(run: Element) -> str:
    """The font of a run where it is one of signs."""
    fonts = run.find(f"{W}rPr/{W}rFonts")
    named = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
    return named if is_symbol_font(named) else ""


def _symbol(element: Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return in_font(character, element.get(f"{W}font", ""))


def _check_box(control: Element) -> str:
    """The mark of a check box content control; ``""`` for other controls."""
    found = control.find(f"{W}sdtPr/{_W14}checkbox")
    if found is None:
        return ""
    checked = found.find(f"{_W14}checked")
    value = "0" if checked is None else checked.get(f"{_W14}val", "1")
    return box(chosen=value not in _OFF)


def _is_on(*elements: Element) -> bool:
    """Whether the first of these that is there is on."""
    for element in elements:
        if element is not None:
            return element.get(f"{W}val", "1") not in _OFF
    return False
