"""Writes a department's guides: each department has its own way, most in workbooks, some in Word documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from workbench.records import Guide, Unit
from workbench.sample.guides.choosing import GuidedMatter
from workbench.sample.guides.composed import Composed, Waiting
from workbench.sample.guides.composing import compose
from workbench.sample.guides.planting import GuidePlanter, shown_at
from workbench.sample.planted import Planted
from workbench.workbooks.guide_writing import GuideLayout, Printed, write_guide_document, write_guides

FOLDER = "办事指南"
#: A department's way is its number's rest: forms on sheets, one under another, a table, a document, a file for each.
_WAYS = ("sheets", "stacked", "sheets", "table", "sheets", "document", "sheets", "files")
#: Guides in one file.
_AT_ONCE = {"sheets": 200, "stacked": 100, "table": 2000, "document": 20, "files": 1}
#: Documents take long to write; what goes beyond them is written on sheets.
_MOST_DOCUMENTS = 40
_BRIEF = 3
#: One in so many guides has a fault.
_FAULTY = 6


@dataclass(frozen=True, slots=True)
class WrittenGuides:
    """The files of one department, how many guides they have, and what was planted in them."""

    files: tuple[Path, ...] = ()
    guides: int = 0
    planted: tuple[Planted, ...] = ()


def compose_unit(
    unit: Unit, at: int, matters: Sequence[GuidedMatter], planter: GuidePlanter, chance: Random
) -> Waiting:
    """The guides of a department's matters; ``at`` is its number in the roster."""
    return Waiting(unit, at, [_guide(matter, _way(at), at, planter, chance) for matter in matters])


def write_unit(folder: Path, waiting: Waiting) -> WrittenGuides:
    """Write a department's guides below ``folder``."""
    unit, composed = waiting.unit, waiting.composed
    files: list[Path] = []
    planted: list[Planted] = []
    for number, (how, batch) in enumerate(_files(_way(waiting.at), composed), start=1):
        path = folder / FOLDER / _file_name(unit, how, number)
        path.parent.mkdir(exist_ok=True)
        printed = _write(path, how, [each.sent for each in batch], unit)
        files.append(path)
        planted += _planted(path.name, batch, printed)
    return WrittenGuides(tuple(files), len(composed), tuple(planted))


def _way(at: int) -> str:
    return _WAYS[at % len(_WAYS)]


def _guide(matter: GuidedMatter, way: str, at: int, planter: GuidePlanter, chance: Random) -> Composed:
    """A matter's guide, with a fault in one of six."""
    steps = way != "table" and chance.random() < 1 / _BRIEF
    guide, facts = compose(matter, chance, brief=at % _BRIEF == 1, steps=steps)
    planted = None if chance.randrange(_FAULTY) else planter.plant(guide, facts, form=way != "table")
    return Composed(matter, guide, planted)


def _files(way: str, composed: Sequence[Composed]) -> Iterator[tuple[str, Sequence[Composed]]]:
    """What goes into each file, and how."""
    start = 0
    while start < len(composed):
        how = "sheets" if way == "document" and start >= _MOST_DOCUMENTS else way
        yield how, composed[start : start + _AT_ONCE[how]]
        start += _AT_ONCE[how]


def _file_name(unit: Unit, how: str, number: int) -> str:
    ending = "docx" if how == "document" else "xlsx"
    if how == "files":
        return f"{unit.name}-办事指南-{number:03}.{ending}"
    return f"{unit.name}-政务服务事项办事指南{'' if number == 1 else f'（{number}）'}.{ending}"


def _write(path: Path, how: str, guides: Sequence[Guide], unit: Unit) -> list[Printed]:
    if how == "document":
        return write_guide_document(path, guides, unit.full_name)
    return write_guides(path, guides, GuideLayout.SHEETS if how == "files" else GuideLayout(how), unit.full_name)


def _planted(file: str, batch: Sequence[Composed], printed: Sequence[Printed]) -> Iterator[Planted]:
    """The lines of the list for one file; names are those of the catalogue's row."""
    for each, where in zip(batch, printed, strict=True):
        matter, planted = each.matter, each.planted
        if planted:
            place = (file, matter.unit.name, matter.unit.group, where.sheet, shown_at(planted.field, where.cells))
            other = (planted.other.unit.name, planted.other.name) if planted.other else ()
            yield Planted(*place, matter.item_name, matter.sub_item_name, planted.rule, planted.detail, *other)
