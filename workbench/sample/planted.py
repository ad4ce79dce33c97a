"""The list of what was planted: ``planted.csv``."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

FILE = "planted.csv"


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted fault: where it is (``cell`` is the first cell of its row), its rule, and what was done.

    ``item_name`` and ``sub_item_name`` are as printed in the workbook. For duplicates ``other_unit`` and
    ``other_item_name`` name the matter that is repeated, as 事项 or 事项（子项）.
    """

    file: str
    unit: str
    group: int
    sheet: str
    cell: str
    item_name: str
    sub_item_name: str
    rule: str
    detail: str
    other_unit: str = ""
    other_item_name: str = ""


def write_planted(folder: Path, planted: Iterable[Planted]) -> None:
    """Write the list, with a byte order mark so that office programs read it as UTF-8."""
    names = [each.name for each in fields(Planted)]
    with (folder / FILE).open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([getattr(each, name) for name in names] for each in planted)
