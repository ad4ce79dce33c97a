"""Shared strings of an Excel workbook in which some letters are set in a font of signs."""

from workbench.workbooks.guarded.check_marks import in_font
from workbench.workbooks.guarded.markup import Element, elements
from workbench.workbooks.guarded.parts import Parts

_PART = "xl/sharedStrings.xml"
#: Few workbooks have letters in a font of their own at all, and that is known by one word.
_OWN_FONT = (b"rFont",)
_SIGN_FONTS = (b"ingdings", b"ebdings", b"arlett")


def strings_with_signs(parts: Parts) -> dict[int, str]:
    """Number of a shared string -> what is seen of it, for those with letters in a font of signs."""
    if not (parts.holds(_PART, _OWN_FONT) and parts.holds(_PART, _SIGN_FONTS)):
        return {}
    found = {}
    number = 0
    for event, item in elements(parts.read(_PART), ("{*}si",)):
        if event == "end":
            if item.find("{*}r/{*}rPr/{*}rFont") is not None:
                found[number] = "".join(map(_seen, item.iterchildren("{*}r", "{*}t")))
            number += 1
            item.clear()
    return found


def _seen(run: Element) -> str:
    text = run if run.find("{*}t") is None else run.find("{*}t")
    font = run.find("{*}rPr/{*}rFont")
    return in_font(text.text or "", "" if font is None else font.get("val", ""))
