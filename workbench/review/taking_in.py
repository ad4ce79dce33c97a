"""Puts an examined file into the store, as the next round of what its unit sent before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.records import GuideEntry, Handling, Matter, Problem, ReadUse, RowChange, RowState, Submission
from workbench.review import guide_linking, linking
from workbench.review.examine import Examined
from workbench.review.whole_file import GUIDES
from workbench.store import NotAllowed, Store

#: What becomes of a file.
TAKEN, KNOWN, ASKED, UNREADABLE, REFUSED = "新收", "未变", "待分派", "无法读取", "无权收件"


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """What became of one file. ``status``: 新收, 未变 (the same bytes are there), 待分派, 无法读取 or 无权收件.

    ``rows`` counts catalogue rows, ``guides`` 办事指南, ``findings`` what stands in the store in the end; of a file just
    taken in, ``guide_items`` are the guides' ids and ``changes`` both beside the round before. ``uses`` says what became
    of every cell.
    """

    file: str
    status: str
    unit: str = ""
    group: int | None = None
    kind: str = ""
    round: int = 0
    rows: int = 0
    findings: int = 0
    problems: tuple[Problem, ...] = ()
    guides: int = 0
    guide_items: tuple[str, ...] = ()
    sha256: str = ""
    changes: tuple[RowChange, ...] = ()
    uses: tuple[ReadUse, ...] = ()


class GuidesSoFar:
    """The guides of units as they are while files are taken in: listed once, not for every file."""

    def __init__(self, store: Store) -> None:
        """For the guides in ``store``."""
        self._store = store
        self._former: dict[str, guide_linking.Former] = {}
        self._beginners: set[str] = set()

    def of(self, unit: str) -> guide_linking.Former:
        """The unit's current guides."""
        if unit not in self._former:
            ever = self._store.guide_items(unit)
            self._former[unit] = guide_linking.Former(self._store.guides([unit]), ever)
            if not ever:
                self._beginners.add(unit)
        return self._former[unit]

    def begins(self, unit: str) -> bool:
        """Whether the unit's first guides come now: of these, none is called new."""
        return unit in self._beginners

    def came(self, unit: str, sha256: str) -> None:
        """Take note of a file that was stored."""
        if unit in self._former:
            self._former[unit].add(self._store.guides_in(sha256))


def keep(store: Store, examined: Examined, checked_with: str, so_far: GuidesSoFar, by: str | None = None) -> IntakeLine:
    """Store one examined file unless its content is there already, or a person has to be asked first.

    ``checked_with`` stands for the lists and settings that its checks had. A file that ``by`` may not hand in is told so.
    """
    line = IntakeLine(examined.file, UNREADABLE, problems=examined.problems, sha256=examined.sha256, uses=examined.uses)
    if not examined.readable:
        return line
    known = store.known(examined.sha256)
    if known is not None:
        return _known(store, known, line)
    if examined.unit is None or examined.kind is None:
        return replace(line, status=ASKED, unit=examined.unit_text or "", kind=examined.kind or "")
    taken = _with_question(continued(store, examined, so_far))
    try:
        return _add(store, taken, line, checked_with, so_far, by)
    except NotAllowed as error:
        return replace(line, status=REFUSED, problems=(Problem(str(error), line.file),))


def _known(store: Store, known: Submission, line: IntakeLine) -> IntakeLine:
    owner = store.assignments.unit(known.unit)
    rows, guides = (0, known.rows) if known.kind == GUIDES else (known.rows, 0)
    return replace(
        line, status=KNOWN, unit=known.unit, group=owner.group if owner else None, kind=known.kind, round=known.round,
        rows=rows, guides=guides, problems=(), uses=tuple(store.read_report(known.sha256)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Continued:
    """An examined file under the ids and rounds that it has in the store."""

    examined: Examined
    round: int
    changes: tuple[RowChange, ...]


def continued(store: Store, examined: Examined, so_far: GuidesSoFar) -> Continued:
    """The file as the next round of its unit's catalogue, and of each of its guides."""
    rows = _rows_continued(store, examined)
    guides, changes = _guides_continued(examined, so_far)
    only_guides = examined.kind == GUIDES
    round_ = max((guide.round for guide in guides.guides), default=1) if only_guides else rows.round
    return Continued(replace(rows.examined, guides=guides.guides), round_, (*rows.changes, *changes))


def _with_question(taken: Continued) -> Continued:
    """The same, told where the file prints another round than it is the unit's catalogue's."""
    examined, told = taken.examined, taken.examined.turn.told
    if told is None or told == taken.round or examined.kind == GUIDES:
        return taken
    message = (
        f"{examined.file}：文件写明是第 {told} 轮，但收到的该目录至今为 {taken.round - 1} 轮，已按第 {taken.round} 轮收入。"
        "请核对是否漏收或误报。"
    )
    problems = (*examined.problems, Problem(message, examined.file))
    return replace(taken, examined=replace(examined, problems=problems))


def _rows_continued(store: Store, examined: Examined) -> Continued:
    """The catalogue under the ids of the last round, where its rows are the same matters."""
    unit, kind = examined.unit, examined.kind
    if unit is None or kind is None or kind == GUIDES:
        return Continued(examined, 1, ())
    stored = [s for s in store.submissions(current_only=False) if (s.unit, s.kind) == (unit.name, kind)]
    before = [m for m in store.matters([unit.name], current_only=False) if m.kind == kind]
    last = max((s.round for s in stored), default=0)
    ever = {matter.item: matter.row for matter in sorted(before, key=lambda matter: matter.round)}
    ids, changes = linking.continued(
        unit.name,
        kind,
        [m.row for m in examined.matters],
        [m for m in before if m.round == last],
        ever,
        _told(examined, examined.matters),
    )
    return Continued(_renamed(examined, ids, last + 1), last + 1, tuple(changes) if last else ())


def _renamed(examined: Examined, ids: Sequence[str], round_: int) -> Examined:
    """The file's rows and what was found on them, under these ids."""
    to = {matter.item: item for matter, item in zip(examined.matters, ids, strict=True)}
    return replace(
        examined,
        matters=tuple(replace(matter, item=to[matter.item], round=round_) for matter in examined.matters),
        findings={to[item]: found for item, found in examined.findings.items()},
        not_checked={to[item]: lacking for item, lacking in examined.not_checked.items()},
    )


def _told(examined: Examined, entries: Sequence[Matter | GuideEntry]) -> dict[int, str]:
    """The ids that the file itself carries, by the place in its rows or guides."""
    found = ((at, examined.told_items.get((each.place.sheet, each.place.cell))) for at, each in enumerate(entries))
    return {at: item for at, item in found if item}


def _guides_continued(examined: Examined, so_far: GuidesSoFar) -> tuple[Examined, list[RowChange]]:
    """The guides under the ids that they had before, each in its next round."""
    if examined.unit is None or not examined.guides:
        return examined, []
    places, changes = guide_linking.continued(
        examined.guides, so_far.of(examined.unit.name), _told(examined, examined.guides)
    )
    guides = tuple(
        replace(guide, item=item, round=round_) for guide, (item, round_) in zip(examined.guides, places, strict=True)
    )
    first = so_far.begins(examined.unit.name)
    return replace(examined, guides=guides), [c for c in changes if not (first and c.state is RowState.NEW)]


def _add(
    store: Store, taken: Continued, line: IntakeLine, checked_with: str, so_far: GuidesSoFar, by: str | None
) -> IntakeLine:
    """Store a new submission."""
    examined = taken.examined
    unit, kind = examined.unit, examined.kind
    if unit is None or kind is None:
        return line
    received = datetime.now(UTC).isoformat(timespec="seconds")
    held = len(examined.guides) if kind == GUIDES else len(examined.matters)
    file = Path(examined.file).name
    store.add_submission(
        Submission(examined.sha256, file, unit.name, kind, taken.round, received, held),
        examined.content,
        examined.matters,
        examined.findings,
        examined.not_checked,
        examined.sheet_findings,
        examined.problems,
        guides_read=examined.guides,
        read_uses=examined.uses,
        changes=taken.changes,
        checked_with=checked_with,
        by=by,
        answered=_answered(examined),
    )
    so_far.came(unit.name, examined.sha256)
    return replace(
        line, status=TAKEN, unit=unit.name, group=unit.group, kind=kind, round=taken.round, problems=examined.problems,
        rows=len(examined.matters), guides=len(examined.guides), changes=taken.changes,
        guide_items=tuple(guide.item for guide in examined.guides),
    )  # fmt: skip


def _answered(examined: Examined) -> dict[str, list[Handling]]:
    """What the unit wrote as 处理情况, by the ids that rows and guides have in the store."""
    placed = {(each.place.sheet, each.place.cell): each.item for each in examined.matters}
    placed |= {(each.place.sheet, each.place.cell): each.item for each in examined.guides}
    found: dict[str, list[Handling]] = {}
    for each in examined.handlings:
        found.setdefault(placed[each.sheet, each.cell], []).append(Handling(each.part, each.text))
    return found
