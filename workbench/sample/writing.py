"""Writes the sample: one catalogue workbook a unit, guides of departments, and the list of planted faults."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from workbench import assignments
from workbench.records import CatalogueKind, Unit, UnitKind
from workbench.sample.catalogue import Item, Planter, compose, main_items
from workbench.sample.drafts import kind_of
from workbench.sample.duplicates import planted_copies
from workbench.sample.guides import (
    GuidePlanter,
    Rings,
    Waiting,
    compose_unit,
    guided,
    write_unit,
)
from workbench.sample.plan import plans
from workbench.sample.planted import Planted, write_planted
from workbench.workbooks import SubmissionSheet, write_submission

#: Shares of all rows that get a fault, that repeat a matter of elsewhere, and of which a guide is submitted.
FAULTY, COPIED, GUIDED = 0.05, 0.01, 0.06
SHEET = "目录"
_FIRST_LINE = 5
_NOTES = ("注：1.“序号”按阿拉伯数字顺序填写；2.有子项的，主项各栏合并填写；3.“层级和部门”按省级、市级、县级分别列出。",)
_FILE_NAMES = {
    CatalogueKind.PROVINCIAL: ("{short}-省政务服务事项目录.xlsx", "{full}政务服务事项目录（省目录）.xlsx"),
    CatalogueKind.CITY: ("{short}-市设政务服务事项目录.xlsx", "{short}市设政务服务事项目录（报审稿）.xlsx"),
}
_TITLES = {CatalogueKind.PROVINCIAL: "省政务服务事项目录", CatalogueKind.CITY: "市设政务服务事项目录"}
_UNUSUAL = 5

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SampleReport:
    """What was written: the catalogues, their rows in all, how many faults were planted; the files of guides, and guides."""

    files: tuple[Path, ...]
    matters: int
    planted: int
    guide_files: tuple[Path, ...] = ()
    guides: int = 0


def write_sample(
    folder: Path, matters: int = 10_000, seed: int = 2017, progress: Progress | None = None
) -> SampleReport:
    """Write the submissions of all 58 units to ``folder``, and ``planted.csv`` with what was planted in them.

    Catalogues stand in ``folder`` itself, departments' guides of some of their matters in ``folder/办事指南``.
    The same arguments give the same bytes. Only the submissions of one unit are in memory at a time,
    and the guides of the few departments that ask for each other's results.

    Args:
        folder: made where it is absent.
        matters: rows of all workbooks together, at least one a unit.
        seed: of everything that is chosen.
        progress: called with workbooks done and in all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    units = assignments.parse(assignments.default_text()).units
    plan = plans(units, matters, seed)
    sizes = [sum(pick.rows for pick in plan[unit.name]) for unit in units]
    copies = planted_copies(units, plan, round(matters * COPIED), seed)
    written: list[Path] = []
    planted: list[Planted] = []
    counts = [int(total * FAULTY) for total in accumulate(sizes, initial=0)]
    planter = Planter(copies.repeated)
    guides = _Guides(
        folder, matters, sum(size for size, unit in zip(sizes, units, strict=True) if _is_guided(unit)), seed
    )
    for at, unit in enumerate(units):
        chance = Random(f"{seed}:{unit.name}:rows")  # noqa: S311 - sample data
        items = compose(plan[unit.name], copies.by_unit[unit.name], chance)
        planter.plant(unit, items, counts[at + 1] - counts[at], chance)
        path = folder / _file_name(unit, at)
        write_submission(path, _sheet(unit, items, at))
        written.append(path)
        planted += _planted(unit, items, path.name)
        planted += guides.write(unit, at, items, sizes[at])
        if at + 1 == len(units):
            planted += guides.finish()
        if progress:
            progress(at + 1, len(units))
    write_planted(folder, planted)
    return SampleReport(tuple(written), sum(sizes), len(planted), tuple(guides.files), guides.done)


class _Guides:
    """Writes the guides of one unit after another; a department's share is that of its rows."""

    def __init__(self, folder: Path, matters: int, rows: int, seed: int) -> None:
        self.files: list[Path] = []
        self.done = 0
        self._folder, self._seed = folder, seed
        self._share = matters * GUIDED / rows
        self._rows = 0
        self._planter = GuidePlanter()
        self._rings = Rings()

    def write(self, unit: Unit, at: int, items: Sequence[Item], rows: int) -> tuple[Planted, ...]:
        """Write a unit's guides, if it has any; what was planted in those that were written. Some wait for a ring."""
        if not _is_guided(unit):
            return ()
        before, self._rows = self._rows, self._rows + rows
        count = round(self._rows * self._share) - round(before * self._share)
        chance = Random(f"{self._seed}:{unit.name}:guides")  # noqa: S311 - sample data
        composed = compose_unit(unit, at, guided(unit, items, count, chance), self._planter, chance)
        return tuple(planted for ready in self._rings.offer(composed) for planted in self._write(ready))

    def finish(self) -> tuple[Planted, ...]:
        """Write the guides that still wait for a ring; what was planted in these."""
        return tuple(planted for waiting in self._rings.rest() for planted in self._write(waiting))

    def _write(self, waiting: Waiting) -> tuple[Planted, ...]:
        written = write_unit(self._folder, waiting)
        self.files += written.files
        self.done += written.guides
        return written.planted


def _is_guided(unit: Unit) -> bool:
    """Cities' guides are only looked at in samples (rule book, section 7)."""
    return unit.kind is UnitKind.DEPARTMENT


def _file_name(unit: Unit, at: int) -> str:
    """Most units name their file as asked; a few as they like."""
    usual, unusual = _FILE_NAMES[kind_of(unit)]
    chosen = unusual if at % _UNUSUAL == _UNUSUAL - 1 else usual
    return chosen.format(short=unit.name, full=unit.full_name)


def _sheet(unit: Unit, items: Sequence[Item], at: int) -> SubmissionSheet:
    kind = kind_of(unit)
    reporter = unit.full_name if kind is CatalogueKind.PROVINCIAL else unit.name
    return SubmissionSheet(
        title=_TITLES[kind],
        caption=f"填报单位：{reporter}\u3000\u3000填报日期：2017年6月{10 + at % 20}日",
        kind=kind,
        rows=tuple(main_items(unit, items)),
        notes=_NOTES,
        header_names={"seq": "基本编码"} if at % _UNUSUAL == 1 else {},
        sheet_name=SHEET,
    )


def _planted(unit: Unit, items: Sequence[Item], file: str) -> Iterator[Planted]:
    line = _FIRST_LINE
    for item in items:
        for at in range(item.size):
            sub = item.subs[at] if item.subs else ""
            if item.copy:
                place = (file, unit.name, unit.group, SHEET, f"A{line}", item.name, sub)
                copy = item.copy
                yield Planted(*place, copy.rule, copy.detail, copy.source.name, copy.source_names[at])
            elif at in item.faults:
                fault, change = item.faults[at]
                names = change.get("item_name", item.name), change.get("sub_item_name", sub)
                yield Planted(file, unit.name, unit.group, SHEET, f"A{line}", *names, fault.rule, fault.detail)
            line += 1
