"""The public result: catalogues of what was passed, each unit's and the merged one, and what changed since the last."""

import json
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench import workbooks
from workbench.assignments import Assignments
from workbench.records import COLUMN_NAMES, CatalogueKind, Matter, Row
from workbench.review.calendar import today
from workbench.review.follow_up import to_look_at
from workbench.review.public_rows import main_items, public_row
from workbench.review.twin_verdicts import given_up, verdicts_on_pairs
from workbench.store import Store
from workbench.workbooks.export_report import ExportChange, write_export_report

_MERGED = "省政务服务事项目录"
_RECORD = "第{}次.jsonl"
#: What an export remembers of a matter.
_KEPT = tuple(COLUMN_NAMES)


@dataclass(frozen=True, slots=True)
class Published:
    """One export: its files, the report among them, and how many matters it holds.

    ``waiting`` counts those that are not passed (or were changed since), ``secret`` those that are kept back.
    ``changes`` counts what is 新增, 调整, 取消 and 暂不公布 since the last export; it is empty for the first.
    """

    number: int
    paths: tuple[Path, ...]
    matters: int
    waiting: int
    secret: int
    changes: Mapping[str, int]


Passed = list[tuple[Matter, Row]]


class Publishing(ABC):
    """A part of :class:`workbench.review.Workspace`."""

    assignments: Assignments
    path: Path

    @property
    @abstractmethod
    def store(self) -> Store:
        """The workspace's store."""

    @abstractmethod
    def _in_roster_order(self, matters: Sequence[Matter]) -> list[Matter]:
        """Units as the roster lists them."""

    def publish(self) -> Published:
        """Write what was passed as clean workbooks into ``data/published/``, with a report on the last export.

        Each unit's catalogues, and all units' 省目录 merged into 省政务服务事项目录. Secret matters are left out, and
        secret bases of others; a duplicate that was merged is in its lead unit's alone.
        Files are put in place at once; what the export held is kept beside them, numbered.
        """
        passed, waiting, secret = self._passed()
        folder = self.path / "data" / "published"
        former, number = _last(folder)
        paths = [_catalogue(folder / "各单位", mine) for mine in _by_catalogue(passed)]
        merged = [each for each in passed if each[0].kind == CatalogueKind.PROVINCIAL]
        if merged:
            paths.append(_write(folder / f"{_MERGED}.xlsx", _MERGED, CatalogueKind.PROVINCIAL, merged))
        now = {matter.item: _kept(matter, row) for matter, row in passed}
        held = {matter.item for matter in self.store.matters()}
        changes = [] if former is None else list(_changes(former, now, held))
        paths.append(_report(folder, number, changes, first=former is None))
        _remember(folder, number, now)
        kinds = Counter(each.kind for each in {(c.kind, c.item): c for c in changes}.values())
        return Published(number, tuple(paths), len(passed), waiting, secret, dict(kinds))

    def _passed(self) -> tuple[Passed, int, int]:
        """Matters with their public rows, in order, and how many wait or are secret."""
        store = self.store
        matters = self._in_roster_order(store.matters())
        states, again = store.states(), to_look_at(store)
        given = given_up(matters, verdicts_on_pairs(store.pairs(), store.clusters(), states), store.pairs())
        away = again | given
        stands = [m for m in matters if (e := states.get(m.item)) and e.verdict == "pass" and m.item not in away]
        hidden = store.secret_items()
        rows = [(matter, None if matter.item in hidden else public_row(matter)) for matter in stands]
        passed = [(matter, row) for matter, row in rows if row is not None]
        kept = sum(e.verdict == "keep_confidential" for m in matters if (e := states.get(m.item)))
        return passed, len(matters) - len(stands) - kept, len(stands) - len(passed) + kept


def _by_catalogue(passed: Passed) -> Iterator[Passed]:
    found: dict[tuple[str, str], Passed] = {}
    for each in passed:
        found.setdefault((each[0].unit, each[0].kind), []).append(each)
    yield from found.values()


def _catalogue(folder: Path, mine: Passed) -> Path:
    unit, kind = mine[0][0].unit, mine[0][0].kind
    title = f"{unit}{kind.replace('目录', '政务服务事项目录')}"
    return _write(folder / f"{title}.xlsx", title, kind, mine)


def _write(path: Path, title: str, kind: str, rows: Passed) -> Path:
    day = today()
    caption = f"公布日期：{day.year}年{day.month}月{day.day}日"
    sheet = workbooks.SubmissionSheet(title, caption, kind, tuple(main_items(rows)))
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    workbooks.write_submission(beside, sheet)
    return beside.replace(path)


def _kept(matter: Matter, row: Row) -> dict[str, str]:
    told = {name: getattr(row, name) or "" for name in _KEPT if name != "seq"}
    return {"unit": matter.unit, "kind": matter.kind, **told}


def _last(folder: Path) -> tuple[dict[str, dict[str, str]] | None, int]:
    """What the last export held, by item (None: there was none), and the number of the next one."""
    numbers = sorted(int(name) for path in _records(folder) if (name := path.stem[1:-1]).isdigit())
    if not numbers:
        return None, 1
    text = (folder / "记录" / _RECORD.format(numbers[-1])).read_text(encoding="utf-8")
    lines = map(json.loads, text.splitlines())
    return {line.pop("item"): line for line in lines}, numbers[-1] + 1


def _records(folder: Path) -> list[Path]:
    return list((folder / "记录").glob(_RECORD.format("*")))


def _remember(folder: Path, number: int, now: Mapping[str, Mapping[str, str]]) -> None:
    """Keep what the export held, in a file of its own that no later one touches."""
    path = folder / "记录" / _RECORD.format(number)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    lines = (json.dumps({"item": item, **told}, ensure_ascii=False) for item, told in now.items())
    beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    beside.replace(path)


def _changes(
    former: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]], held: Collection[str]
) -> Iterator[ExportChange]:
    """New ones, changed ones field by field, and those that are gone; ``held`` are still submitted."""
    for item, told in now.items():
        if item not in former:
            yield _change("新增", item, told)
            continue
        for name in _KEPT:
            before, after = former[item].get(name, ""), told.get(name, "")
            if before != after:
                yield _change("调整", item, told, field=COLUMN_NAMES[name], before=before, after=after)
    for item, told in former.items():
        if item not in now:
            yield _change("暂不公布" if item in held else "取消", item, told)


def _change(kind: str, item: str, told: Mapping[str, str], **more: Any) -> ExportChange:
    name = Row(item_name=told.get("item_name"), sub_item_name=told.get("sub_item_name")).full_name
    return ExportChange(kind, item, told["unit"], told["kind"], name, **more)


def _report(folder: Path, number: int, changes: Sequence[ExportChange], *, first: bool) -> Path:
    path = folder / f"目录变动报告-第{number}次.xlsx"
    folder.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_bytes(write_export_report(number, changes, first=first))
    return beside.replace(path)
