"""Writes returns workbooks: what the store knows of a submission, in the words of the returns workbook."""

import logging
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from tempfile import NamedTemporaryFile

from workbench import workbooks
from workbench.assignments import Assignments
from workbench.records import RELATION_NAMES, VERDICTS, Event, Finding, Matter, NotChecked, Pair, Submission
from workbench.review.examine import GUIDES
from workbench.store import Store

log = logging.getLogger(__name__)


def write(store: Store, assignments: Assignments, submission: Submission, folder: Path) -> Path:
    """Write one submission's returns workbook into ``folder``/第N组/ and note the last event that it shows.

    The file is written beside its place and put there at once: a reader sees the old one or the new one, whole.
    """
    event = store.last_event()
    content = _content(store, assignments, submission, event)
    path = folder / content.group_name / _name(store, submission)
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, workbooks.write_returns(store.content(submission.sha256), submission.file, content))
    store.exported(submission.sha256, event)
    return path


def answers(submission: Submission) -> bool:
    """Whether a returns workbook is written for the submission: for files of guides alone there is no form yet."""
    return submission.kind != GUIDES


def write_changed(store: Store, assignments: Assignments, folder: Path) -> list[Path]:
    """Write the workbooks of all submissions that have events which theirs does not show yet."""
    behind = set(store.dirty())
    return write_all(store, assignments, [each for each in store.submissions() if each.sha256 in behind], folder)


def write_all(store: Store, assignments: Assignments, submissions: Iterable[Submission], folder: Path) -> list[Path]:
    """Write the workbooks of the submissions; one that has no form to be answered in is told and stops no other."""
    written = []
    for each in filter(answers, submissions):
        try:
            written.append(write(store, assignments, each, folder))
        except workbooks.UnreadableWorkbook as error:
            log.warning("“%s”没有写出反馈工作簿：%s", each.file, error.reason)
    return written


def _name(store: Store, submission: Submission) -> str:
    """The submission's own name; with unit and kind before it where another current file is called the same."""
    own = Path(submission.file).with_suffix(".xlsx").name
    others = (each for each in store.submissions() if answers(each) and each.sha256 != submission.sha256)
    taken = {Path(each.file).with_suffix(".xlsx").name for each in others}
    return f"{submission.unit}-{submission.kind}-{own}" if own in taken else own


def _replace(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path``, on the disk before it is named so."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _content(store: Store, assignments: Assignments, submission: Submission, event: int) -> workbooks.ReturnsContent:
    unit = assignments.unit(submission.unit)
    group = assignments.group(unit.group) if unit else None
    group_name = group.name if group else "未分派"
    matters = [m for m in store.matters([submission.unit]) if m.kind == submission.kind]
    items = [matter.item for matter in matters]
    findings, not_checked = store.findings(items), store.not_checked(items)
    told = _Teller(store, assignments, items, group_name)
    return workbooks.ReturnsContent(
        unit=submission.unit,
        kind=submission.kind,
        round=submission.round,
        group_name=group_name,
        event=event,
        sha256=submission.sha256,
        generated_at=f"{datetime.now().astimezone():%Y-%m-%d %H:%M}",
        rows=tuple(told.row(matter, findings.get(matter.item, ())) for matter in matters),
        not_checked=tuple(_unchecked(not_checked.values())),
        sheet_findings=tuple(_returned(each, None, {}) for each in store.sheet_findings(submission.sha256)),
    )


def _unchecked(all_lacking: Iterable[Sequence[NotChecked]]) -> Iterable[workbooks.NotCheckedRule]:
    counted = Counter(chain.from_iterable(all_lacking))
    for lacking, rows in counted.items():
        yield workbooks.NotCheckedRule(lacking.rule, "、".join(lacking.needs), rows)


class _Teller:
    """Says in words what was decided on each row of one submission."""

    def __init__(self, store: Store, assignments: Assignments, items: Sequence[str], group_name: str) -> None:
        self.assignments = assignments
        self.group_name = group_name
        self.states = store.states(items)
        mine = set(items)
        self.pairs = [pair for pair in store.pairs() if pair.a in mine or pair.b in mine]
        self.pair_states = store.states([pair.pair for pair in self.pairs])
        self.others = {m.item: m for m in store.matters()} if self.pairs else {}

    def row(self, matter: Matter, findings: Sequence[Finding]) -> workbooks.ReturnedRow:
        event = self.states.get(matter.item)
        decided = event if event and event.verdict else None
        answers = {a.rule: f"审核不采纳本条：{a.reason}" for a in decided.answers if not a.upheld} if decided else {}
        return workbooks.ReturnedRow(
            item=matter.item,
            sheet=matter.place.sheet,
            cell=matter.place.cell,
            name=matter.row.full_name,
            verdict=VERDICTS[decided.verdict] if decided and decided.verdict else "",
            opinion=self._opinion(decided),
            clauses="；".join(dict.fromkeys(f.clause for f in findings if f.rule not in answers)) if decided else "",
            duplicates=self._duplicates(matter),
            group=self.group_name if decided else "",
            reviewer=self._name(decided.by) if decided else "",
            at=_local(decided.at) if decided else "",
            findings=tuple(
                _returned(each, matter.cells.get(each.field, matter.place.cell), answers) for each in findings
            ),
        )

    def _opinion(self, event: Event | None) -> str:
        if event is None:
            return ""
        return f"{event.opinion}\n牵头单位：{event.lead_unit}".strip() if event.lead_unit else event.opinion

    def _name(self, user: str) -> str:
        reviewer = self.assignments.reviewer(user)
        return reviewer.name if reviewer else user

    def _duplicates(self, matter: Matter) -> str:
        """The matters suspected to be alike, with what was decided on each pair."""
        return "\n".join(self._duplicate(pair, matter.item) for pair in self.pairs if matter.item in (pair.a, pair.b))

    def _duplicate(self, pair: Pair, item: str) -> str:
        other = self.others.get(pair.b if pair.a == item else pair.a)
        if other is None:
            return ""
        event = self.pair_states.get(pair.pair)
        decided = f"，已定：{VERDICTS[event.verdict]}" if event and event.verdict else ""
        lead = f"，牵头单位：{event.lead_unit}" if event and event.lead_unit else ""
        return f"{other.unit}“{other.row.full_name}”（{RELATION_NAMES[pair.comparison.relation]}{decided}{lead}）"


def _returned(finding: Finding, cell: str | None, answers: Mapping[str, str]) -> workbooks.ReturnedFinding:
    return workbooks.ReturnedFinding(
        cell, finding.severity, finding.rule, finding.clause, finding.message, answers.get(finding.rule, "")
    )


def _local(at: str) -> str:
    """An event's UTC time as the office's clock shows it."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
