"""Looks at a file before it is taken in, and takes in what a person has confirmed: the page 收件."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench import checks
from workbench.assignments import Assignments
from workbench.records import Severity, Submission
from workbench.review.examine import Examined, Sent, examine, files_in
from workbench.review.intake import Report, keep_all
from workbench.review.placing import put
from workbench.review.remembering import CorpusMemory
from workbench.review.taking_in import TAKEN, IntakeLine
from workbench.store import NotAllowed, Store


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that has arrived and waits to be confirmed.

    ``known`` is the submission with the same bytes, where there is one. ``refused`` says why this user may not take
    it in.
    """

    sent: Sent
    examined: Examined
    known: Submission | None = None
    refused: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be taken in as it is."""
        told = self.examined.unit is not None and self.examined.kind is not None
        return told and self.examined.readable and not self.refused and self.known is None

    @property
    def violations(self) -> int:
        """How many 违规 its rows and sheets have so far; guides are checked once they are beside their catalogue."""
        found = [each for some in self.examined.findings.values() for each in some]
        return sum(each.severity is Severity.VIOLATION for each in (*found, *self.examined.sheet_findings))


def arrived(name: str, content: bytes) -> list[Sent]:
    """The file, or each file of a .zip; one that cannot be opened is one that says why."""
    opened = files_in(name, content)
    if isinstance(opened, Examined):
        return [Sent(name, content, opened.problems[0].message)]
    return opened


def look(
    store: Store,
    assignments: Assignments,
    context: checks.Context,
    by: str,
    sent: Sent,
    unit: str | None = None,
    kind: str | None = None,
) -> Arrival:
    """What taking the file in would mean; ``unit`` and ``kind`` are a person's word. Nothing is stored."""
    examined = examine(sent, assignments, context, unit, kind)
    return Arrival(sent, examined, store.known(examined.sha256), _refused(store, by, examined))


def _refused(store: Store, by: str, examined: Examined) -> str:
    if examined.unit is None:
        return ""
    try:
        store.require_receiving(by, examined.unit.name)
    except NotAllowed as error:
        return str(error)
    return ""


def hand_in(
    store: Store,
    context: checks.Context,
    arrivals: Sequence[Arrival],
    by: str,
    folder: Path,
    report: Report,
    memory: CorpusMemory | None = None,
) -> list[IntakeLine]:
    """Take in what was looked at, as it was looked at; what was stored lies in ``folder`` beside the other submissions."""
    lines = keep_all(store, context, [each.examined for each in arrivals], report, by=by, memory=memory)
    for arrival, line in zip(arrivals, lines, strict=True):
        if line.status == TAKEN:
            _save(folder / line.unit, Path(arrival.sent.name).name, arrival.sent.content)
    return lines


def _save(folder: Path, name: str, content: bytes) -> None:
    """Write a file whole or not at all, beside and never over another one of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    path, again = folder / name, 1
    while path.exists():
        again += 1
        path = folder / f"{Path(name).stem}（{again}）{Path(name).suffix}"
    put(path, content)
