"""Reads XML that may be hostile: no entity is expanded, no DTD accepted, nothing fetched, depth and lengths bounded."""

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree

from workbench.workbooks.guarded.bounds import forbidden_doctype
from workbench.workbooks.guarded.formats import broken

#: An element of lxml, which ships no types.
Element = Any

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def elements(content: bytes, tags: tuple[str, ...]) -> Iterator[tuple[str, Element]]:
    """``start`` and ``end`` of these elements, in order; raises UnreadableWorkbook where the XML is not whole.

    Whoever reads an ``end`` may ``clear()`` the element, so that memory stays small.
    """
    refuse_doctype(content)
    first = True
    try:
        for event, element in etree.iterparse(
            io.BytesIO(content),
            ("start", "end"),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
            huge_tree=False,
        ):
            if first and element.getroottree().docinfo.doctype:
                raise forbidden_doctype()
            first = False
            yield event, element
    except etree.XMLSyntaxError:
        raise broken() from None


def tree(content: bytes) -> Element:
    """The root of a whole document. Raises UnreadableWorkbook."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    refuse_doctype(content)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise broken() from None
    if root.getroottree().docinfo.doctype:
        raise forbidden_doctype()
    return root


def refuse_doctype(content: bytes) -> None:
    """Raise UnreadableWorkbook where a document declares entities."""
    if any(mark in content for mark in _DOCTYPES):
        raise forbidden_doctype()
