"""Says in words, for a returns workbook, what became of what the unit was told in the round before."""

from collections.abc import Iterator, Sequence

from workbench import workbooks
from workbench.records import MATERIALS, OUTCOME_NAMES, FollowUp, GuideEntry, Handling, Matter, Outcome, Submission
from workbench.review.follow_up import follow_ups, in_words
from workbench.store import Store

_OPINION = "意见"


def last_round(
    store: Store, submission: Submission, matters: Sequence[Matter], guides: Sequence[GuideEntry]
) -> Iterator[workbooks.FormerProblem]:
    """In the order of the workbook, then what is gone; what is new stands in the list of this round's problems."""
    changes = {change.item: change for change in store.changes(submission.sha256)}
    if not changes:
        return
    told = follow_ups(store, list(changes), changes)
    answered = store.handlings(list(told))
    sent: list[Matter | GuideEntry] = [*matters, *guides]
    here = {each.item: each for each in sent}
    for item in [*here, *(item for item in told if item not in here)]:
        for each in told.get(item, ()):
            if each.outcome is not Outcome.NEW:
                yield _told(store, each, here.get(item), answered.get(item, ()))


def _told(
    store: Store, said: FollowUp, now: Matter | GuideEntry | None, answered: Sequence[Handling]
) -> workbooks.FormerProblem:
    sheet, cell = _place(said, now) if now else ("", "")
    return workbooks.FormerProblem(
        name=_name(store, said.item, now),
        outcome=OUTCOME_NAMES[said.outcome],
        level=str(said.severity) if said.severity else _OPINION,
        told=said.message,
        clause=said.clause,
        handling=in_words(answered),
        sheet=sheet,
        cell=cell,
    )


def _name(store: Store, item: str, now: Matter | GuideEntry | None) -> str:
    if isinstance(now, GuideEntry):
        return f"{now.guide.name}（办事指南）"
    before = now or next(iter(store.rounds_of(item)), None)
    return before.row.full_name if before else item


def _place(said: FollowUp, now: Matter | GuideEntry) -> tuple[str, str]:
    """Where the field stands now: materials may have moved, so that theirs is the table's."""
    field = MATERIALS if said.material is not None else said.field
    sheet, _, cell = now.cells.get(field, now.place.cell).rpartition("!")
    return sheet or now.place.sheet, cell
