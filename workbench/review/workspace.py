"""A workspace: the folder with ``group_assignments.yml`` and ``data/``, and all that is done with it."""

import logging
import os
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

from workbench import assignments as assigning
from workbench.records import Matter, Relink, Reviewer, Role
from workbench.review import (
    backup,
    detailing,
    follow_up,
    intake,
    queue,
    receiving,
    relinking,
    remembering,
    returns,
    submitting,
    word_tables,
)
from workbench.review.analysis import Analysis
from workbench.review.bulletin import compile_bulletin
from workbench.review.chain_work import ChainWork
from workbench.review.conferring import Conferring
from workbench.review.deciding import Deciding
from workbench.review.detail import Detail
from workbench.review.examine import Sent
from workbench.review.guide_view import as_matter
from workbench.review.overseeing import Overseeing
from workbench.review.publishing import Publishing
from workbench.review.referring import Referring
from workbench.review.remembering import CorpusMemory
from workbench.review.reporting import ENDINGS, content_of, report_files, write_report
from workbench.store import NotAllowed, Store, StoreProblem, Trail

_log = logging.getLogger(__name__)

#: Roles that see every group's units.
_WHOLE_PROVINCE = (Role.LEGALITY, Role.LEADERSHIP, Role.ANALYST, Role.ADMIN)
#: Roles that never write: an SQLite file is opened for them for reading alone.
_READING = (Role.LEADERSHIP, Role.ANALYST)


class NoWorkspace(Exception):  # noqa: N818 - the sentence is for people
    """The folder is not a workspace; the message says what to do."""


def open_workspace(path: str | Path | None = None, database: str | None = None, by: str | None = None) -> "Workspace":
    """Open the workspace in ``path``, ``WORKBENCH_WORKSPACE`` or the current folder, as the user ``by`` sees it.

    Raises:
        NoWorkspace: there is no ``group_assignments.yml``.
        InvalidAssignments: that file is wrong; every fault is named.
        StoreProblem: the database cannot be used.

    Names and bases are read with the workspace's own tables of words and statutes from now on; tables that cannot be
    read are logged here, and told by :meth:`Workspace.intake`.
    """
    folder = Path(path or os.environ.get("WORKBENCH_WORKSPACE") or ".").resolve()
    roster = folder / assigning.FILE
    if not roster.is_file():
        message = (
            f"“{folder}”不是工作区：缺少 {assigning.FILE}。"
            "请用 --workspace 指明工作区，或执行“workbench demo 文件夹”新建一个。"
        )
        raise NoWorkspace(message)
    opened = Workspace(folder, assigning.load(roster), database or os.environ.get("WORKBENCH_DATABASE"), by)
    try:
        opened.use_tables()
    except StoreProblem as problem:
        _log.warning("%s", problem)
    return opened


class Workspace(Analysis, ChainWork, Conferring, Deciding, Overseeing, Publishing, Referring):
    """What programs, dashboards and analysts use: everything by name, as records or as DataFrames."""

    def __init__(
        self, path: Path, assignments: assigning.Assignments, database: str | None = None, viewer: str | None = None
    ) -> None:
        """``database`` is an SQLAlchemy URL; default: SQLite in the workspace. ``viewer`` is who sees the frames."""
        self.viewer = viewer
        self.path = path
        self.assignments = assignments
        self.database = database

    @property
    def _url(self) -> str:
        """The database's address."""
        return self.database or f"sqlite:///{self.path / 'data' / 'workbench.sqlite'}"

    def back_up(self, target: Path) -> backup.Backup:
        """Write everything into one new file while work goes on; raises as :func:`workbench.review.backup.back_up`."""
        return backup.back_up(self.path, self._url, target)

    @cached_property
    def store(self) -> Store:
        """The store, opened (and brought up to date) when first used."""
        if self.database is None:
            (self.path / "data").mkdir(parents=True, exist_ok=True)
        viewer = self.reviewer(self.viewer) if self.viewer else None
        opened = Store.open(self._url, self.assignments, read_only=viewer is not None and viewer.role in _READING)
        return opened.seen_by(viewer.user) if viewer else opened

    @cached_property
    def _memory(self) -> CorpusMemory:
        """What the search for duplicates found out before, in this process or another."""
        return CorpusMemory.kept(self.path / "data" / remembering.FOLDER)

    @property
    def returns_folder(self) -> Path:
        """Where the returns workbooks are written."""
        return self.path / "data" / "returns"

    def look(self, sent: Sent, *, by: str, unit: str | None = None, kind: str | None = None) -> submitting.Arrival:
        """What taking a file in would mean: see :mod:`workbench.review.submitting`; nothing is stored.

        Raises:
            StoreProblem: a table of words cannot be read.
        """
        self.use_tables()
        return submitting.look(self.store, self.assignments, self.context, by, sent, unit, kind)

    def hand_in(
        self, arrivals: Sequence[submitting.Arrival], *, by: str, report: intake.Report = lambda _step, _done, _of: None
    ) -> list[intake.IntakeLine]:
        """Take in files that were looked at; a unit of another group's is refused at the store."""
        folder = self.path / "data" / "submissions"
        self.use_tables()
        return submitting.hand_in(self.store, self.context, arrivals, by, folder, report, self._memory)

    def intake(
        self,
        paths: Sequence[Path] | None = None,
        report: intake.Report = lambda _step, _done, _of: None,
        unit: str | None = None,
        kind: str | None = None,
    ) -> list[intake.IntakeLine]:
        """Take in the files of ``paths`` (default ``data/submissions/``): see :mod:`workbench.review.intake`.

        Raises:
            StoreProblem: a table of words cannot be read.
        """
        self.use_tables()
        files = intake.find_files(paths or [self.path / "data" / "submissions"])
        return intake.take_in(
            self.store, self.assignments, self.context, files, report, unit, kind, memory=self._memory
        )

    def returns(self, unit: str | None = None, group: int | None = None) -> list[Path]:
        """Write the returns workbooks of one unit, one group or all; their paths."""
        units = self._units(group, unit)
        wanted = [s for s in self.store.submissions() if units is None or s.unit in units]
        return returns.write_all(self.store, self.assignments, wanted, self.returns_folder)

    def export_changes(self) -> list[Path]:
        """Write the returns workbooks that have verdicts which are not in them yet; their paths."""
        return returns.write_changed(self.store, self.assignments, self.returns_folder)

    def report(self, month: date, today: date) -> list[Path]:
        """Write the bulletin of the month that ``month`` is the first day of, as .docx and .xlsx; their paths."""
        return write_report(self.report_files(month, today), self.path / "data" / "reports")

    def report_files(self, month: date, today: date, endings: Collection[str] = ENDINGS) -> dict[str, bytes]:
        """The same files by name, written nowhere; ``endings`` chooses among them."""
        store = self.store
        units = {each.item: each.unit for each in (*store.matters(), *map(as_matter, store.guides()))}
        bulletin = compile_bulletin(
            month, today, self.progress(), store.events_since(0), units, store.findings(), store.states()
        )
        content = content_of(bulletin, {group.number: group.name for group in self.assignments.groups})
        return report_files(content, month, endings)

    def assign(self, unit: str, group: int) -> None:
        """Put a unit that is in no group into one, in ``group_assignments.yml``.

        Raises:
            InvalidAssignments: the name is taken.
            StoreProblem: the file is laid out in a way that a program must not touch.
        """
        path = self.path / assigning.FILE
        try:
            text = assigning.with_unit(path.read_text(encoding="utf-8"), unit, group)
        except ValueError as error:
            raise StoreProblem(f"{path.name} 的写法与样例不同，请手工把“{unit}”写入第{group}组。") from error
        path.write_text(text, encoding="utf-8")
        self.assignments = assigning.load(path)
        self.__dict__.pop("store", None)

    def reviewer(self, user: str) -> Reviewer:
        """The user of ``group_assignments.yml``.

        Raises:
            NotAllowed: there is no such user.
        """
        found = self.assignments.reviewer(user)
        if found is None:
            raise NotAllowed(f"用户“{user}”不在 group_assignments.yml 中，请联系管理员添加。")
        return found

    def visible_units(self, by: str) -> list[str] | None:
        """Names of the units that a user may see; None: all."""
        reviewer = self.reviewer(by)
        if reviewer.role in _WHOLE_PROVINCE:
            return None
        return [unit.name for unit in self.assignments.units_of(reviewer.group or 0)]

    def queue(self, by: str) -> pd.DataFrame:
        """The items that a user may see, guides among them, one line each: columns of :mod:`workbench.review.queue`."""
        store, units, hidden = self.store, self.visible_units(by), self.store.hidden_from(by)
        sent = [*store.matters(units), *map(as_matter, store.guides(units))]
        matters = self._in_roster_order(each for each in sent if each.item not in hidden)
        items = None if units is None else [matter.item for matter in matters]
        told = follow_up.follow_ups(store, items)
        return queue.queue_frame(
            matters,
            self.assignments,
            store.findings(items),
            store.not_checked(items),
            store.pairs(),
            store.states(),
            store.clusters(),
            follow_up.to_look_at(store, items, told),
            follow_up.uncorrected(told),
            store.stages(),
        )

    def detail(self, item: str, by: str) -> Detail:
        """Everything about one item: a catalogue row (M-) or a guide (G-).

        Raises:
            NotAllowed: the item is of another group, and in no pair with the user's; or it is secret and the
                audit trail cannot be written.
            StoreProblem: there is no such item.
        """
        found = detailing.detail(self.store, self.assignments, item, self.reviewer(by), self.visible_units(by))
        if item in self.store.secret_items():
            self._tell_reading(item, by)
        return found

    @property
    def trail(self) -> Trail:
        """Who signed in, and who looked at what is secret."""
        return Trail(self.path / "data")

    def _tell_reading(self, item: str, by: str) -> None:
        """What is secret is shown only when it is on record who looked."""
        try:
            self.trail.add("read_secret", by, item=item)
        except OSError as error:
            raise NotAllowed("该事项涉密，查看须登记，而登记文件不能写入，没有显示。请联系管理员。") from error

    def receive(self, path: Path, *, by: str) -> list[receiving.ReceivedLine]:
        """Take in verdicts typed into a returns workbook: see :mod:`workbench.review.receiving`."""
        return receiving.receive(self.store.seen_by(by), path, by)

    def relink(self, item: str, earlier: str | None, *, by: str, reason: str) -> Relink:
        """Say which item of the round before an item is, or to which catalogue row a guide belongs.

        A row takes the id of ``earlier``, with its verdicts and history; None: it is a new one. A guide (G-) is tied to
        the row ``earlier`` (M-; None: to none), or is the next round of the guide ``earlier`` (G-). Matching runs anew.

        Raises:
            NotAllowed: the user is no reviewer of the unit's group.
            Refused: there is no reason or no such item, or a verdict of this round would lose its row.
        """
        self.use_tables()
        done = relinking.relink(self.store, item, earlier, by, reason)
        intake.match_corpus(self.store, self.context, lambda _step, _done, _of: None, self._memory)
        return done

    def add_word(self, table: str, word: str, other: str, *, by: str, note: str) -> None:
        """Add two words to ``synonyms`` (``other`` is the standard wording) or ``contrasts``; intake matches again.

        Raises:
            NotAllowed: the user is neither a group's lead nor an administrator.
            Refused: a word or the note is missing, or the table has both words already.
        """
        word_tables.add(self.words_folder, table, (word, other), note, self.reviewer(by))

    def _in_roster_order(self, matters: Iterable[Matter]) -> list[Matter]:
        """Units as the roster lists them, rows as their workbook does."""
        place = {unit.name: number for number, unit in enumerate(self.assignments.units)}
        return sorted(matters, key=lambda m: (place.get(m.unit, len(place)), m.kind, m.position))
