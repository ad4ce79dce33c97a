"""Texts of an Excel sheet that stand in no cell: in text boxes, and at the head and foot of its printed pages."""

import re
from collections.abc import Iterator
from html import unescape

from workbench.workbooks.guarded.markup import Element
from workbench.workbooks.guarded.parts import Parts

_PRINTED = re.compile(rb"<(?:odd|even|first)(?:Header|Footer)>([^<]*)<")
#: Font, size, colour and the like; page number, date, file name.
_CODE = re.compile(r"&(?:\"[^\"]*\"|K[0-9A-Fa-f]{6}|\d{1,3}|[A-Z])")
_SECTION, _NUMBERS = re.compile(r"&[LCR]"), re.compile(r"&[PN]")
_CONTROL = "{*}compatExt"
_MOST = 200


def texts_around(parts: Parts, part: str, data: bytes) -> str:
    """The different texts around the cells of the sheet in this part, whose XML is ``data``, as lines."""
    lines = dict.fromkeys(_lines(parts, part, data))
    return "\n".join(list(lines)[:_MOST])


def _lines(parts: Parts, part: str, data: bytes) -> Iterator[str]:
    for printed in _PRINTED.findall(data, max(data.find(b"<headerFooter"), 0)) if b"<headerFooter" in data else ():
        for section in _SECTION.split(unescape(printed.decode("utf-8", "replace"))):
            if not _NUMBERS.search(section):
                yield from _filled(_CODE.sub("", section))
    if b"<drawing " not in data:
        return
    for name in parts.related(part).values():
        root = parts.root(name) if name.lower().startswith("xl/drawings/") and name.endswith(".xml") else None
        for shape in () if root is None else root.iter("{*}sp"):
            if next(shape.iter(_CONTROL), None) is None:
                yield from _filled("\n".join(map(_paragraph, shape.iter("{*}p"))))


def _paragraph(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter("{*}t"))


def _filled(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.strip())
