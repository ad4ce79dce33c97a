"""Labels in other words, known by the number that the form prints beside them."""

import re
from collections.abc import Iterator, Sequence

from workbench.records import ELEMENTS
from workbench.workbooks.guides import labels
from workbench.workbooks.guides.finding import Label
from workbench.workbooks.guides.page import Cell, Page

_DIGITS = re.compile(r"\d{1,2}")
_NAMES = {element.number: element.name for element in ELEMENTS}
_NUMBERS = {element.name: element.number for element in ELEMENTS}
#: How many of the labels that are known must be numbered like the form before a number tells what a label means.
_LEAST_KNOWN, _LEAST_SHARE = 5, 0.8


def named_by_number(page: Page, known: Sequence[Label], unknown: Sequence[Label]) -> Iterator[Label]:
    """The labels that name no element, as the element of their number where the form numbers its labels.

    An element that has a label of its own already is not named again.
    """
    numbered = [(number, label.name) for label in known if label.name in _NUMBERS and (number := _number(page, label))]
    right = [number == _NUMBERS[name] for number, name in numbered]
    as_printed = sum(right) >= max(_LEAST_KNOWN, _LEAST_SHARE * len(numbered))
    taken = {label.name for label in known}
    for label in unknown:
        name = _NAMES.get(_number(page, label), "") if as_printed else ""
        if name and name not in taken:
            taken.add(name)
            yield label._replace(name=name)
        else:
            yield label


def _number(page: Page, label: Label) -> int:
    """The number in the cell left of a label, or before the label in its own cell; 0 where there is none."""
    cell = label.cell
    if cell.left:
        beside: Cell = page.cell(cell.top, cell.left - 1)
        if beside.text and labels.is_number(beside.text):
            return _digits(beside.text)
    before = cell.text.partition(label.text[:1])[0] if label.text else ""
    return _digits(before)


def _digits(text: str) -> int:
    found = _DIGITS.search(text)
    return int(found.group()) if found else 0
