"""The vocabulary that samples are made from: the CSV files of ``tables/``."""

import csv
from functools import cache
from importlib.resources import files

Line = dict[str, str]


@cache
def table(name: str) -> tuple[Line, ...]:
    """The lines of ``tables/<name>.csv``; ``name`` may hold a folder: ``matters/group1``."""
    text = files("workbench.sample").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def words(cell: str) -> tuple[str, ...]:
    """The words of a cell that are parted by ``|``."""
    return tuple(cell.split("|")) if cell else ()
