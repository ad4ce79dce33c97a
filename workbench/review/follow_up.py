"""Holds a new round against what the unit was told in the last one: finding by finding, what became of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from workbench.assignments import Assignments
from workbench.records import (
    MATERIALS,
    OUTCOME_NAMES,
    VERDICTS,
    Event,
    Finding,
    FollowUp,
    Handling,
    Outcome,
    RowChange,
    RowState,
    is_part,
)
from workbench.records.tidy import fold
from workbench.store import Store

COLUMNS = [
    "item", "unit", "group", "kind", "round", "name", "outcome", "outcome_name", "rule", "clause", "severity",
    "message", "field", "material", "handling",
]  # fmt: skip
#: What makes a finding of one round the same as one of the next: rule, field, and what it says of which text.
_Key = tuple[str, str]


def follow_ups(
    store: Store, items: Sequence[str] | None = None, changes: Mapping[str, RowChange] | None = None
) -> dict[str, tuple[FollowUp, ...]]:
    """What became of what was returned, for the items (None: all) that have a round before; others are left out.

    ``changes`` are those of the current rounds, where they are known already.
    """
    changes = store.current_changes() if changes is None else changes
    wanted = list(changes) if items is None else [item for item in items if item in changes]
    if not wanted:
        return {}
    before, now = store.earlier_findings(wanted), store.findings(wanted)
    decided = store.decided_before(wanted)
    found = {
        item: tuple(compared(changes[item], before.get(item, ()), now.get(item, ()), decided.get(item, ())))
        for item in wanted
    }
    return {item: some for item, some in found.items() if some}


def uncorrected(told: Mapping[str, Sequence[FollowUp]]) -> set[str]:
    """The items with something that was returned and is still there."""
    return {item for item, some in told.items() if any(each.outcome is Outcome.NOT_CORRECTED for each in some)}


def to_look_at(
    store: Store, items: Sequence[str] | None = None, told: Mapping[str, Sequence[FollowUp]] | None = None
) -> set[str]:
    """What a reviewer has to look at in this round: changed, new, or with a new finding, and not decided since.

    ``told`` is what :func:`follow_ups` gave for the items, where it is at hand.
    """
    changes = store.current_changes()
    changed = {item for item, change in changes.items() if change.state in {RowState.CHANGED, RowState.NEW}}
    told = follow_ups(store, items) if told is None else told
    changed |= {item for item, some in told.items() if any(each.outcome is Outcome.NEW for each in some)}
    changed -= {item for item, change in changes.items() if change.state is RowState.GONE}
    if not changed:
        return changed
    former = {event.item: event.event for some in store.decided_before(list(changed)).values() for event in some}
    now = store.states(list(changed))
    return {item for item in changed if item not in now or now[item].event == former.get(item)}


def compared(
    change: RowChange, before: Sequence[Finding], now: Sequence[Finding], decided: Sequence[Event]
) -> Iterator[FollowUp]:
    """One item's findings of two rounds, held against each other.

    What was passed, overruled or never decided was not returned: if it is still there, it is neither corrected nor
    new. ``decided`` are the verdicts that stood on the item and its parts when it came again.
    """
    if change.state is RowState.NEW and not before:
        yield from (_told(change.item, Outcome.NEW, each) for each in now)
        return
    returned = _returned(before, decided)
    left = _by_key(now)
    stay = {id(each): _take(left, each) for each in before}
    for each in returned:
        yield _told(change.item, _outcome(change, each, still=stay[id(each)] is not None), each)
    yield from _opinions(change, decided, returned)
    if change.state is not RowState.GONE:
        yield from (_told(change.item, Outcome.NEW, each) for some in left.values() for each in some)


def _returned(before: Sequence[Finding], decided: Sequence[Event]) -> list[Finding]:
    """What the unit was to do something about."""
    back = [event for event in decided if event.verdict != "pass"]
    overruled = {answer.rule for event in decided for answer in event.answers if not answer.upheld}
    return [each for each in before if back and each.rule not in overruled]


def _opinions(change: RowChange, decided: Sequence[Event], returned: Sequence[Finding]) -> Iterator[FollowUp]:
    """What reviewers asked for that no returned finding says: whether it was done, only a person can say."""
    said = "".join(fold(each.message) for each in returned)
    outcome = {RowState.GONE: Outcome.WITHDRAWN, RowState.SAME: Outcome.NOT_CORRECTED}.get(
        change.state, Outcome.OTHERWISE
    )
    for event in decided:
        if event.verdict not in {None, "pass"} and not (said and _is_in(event.opinion, said)):
            told = event.opinion or VERDICTS[event.verdict or ""]
            yield FollowUp(change.item, outcome, "", "", None, told, _part_of(event.item))


def _is_in(opinion: str, said: str) -> bool:
    """Whether every line of an opinion only repeats what was found."""
    return all(fold(line) in said for line in opinion.splitlines())


def _part_of(item: str) -> str:
    return item.partition("#")[2] if is_part(item) else ""


def _outcome(change: RowChange, finding: Finding, *, still: bool) -> Outcome:
    """What became of one returned finding.

    Changed otherwise: its place was changed and it is still found, or it is not found any more though nothing of the
    item was changed (another row, a list or a setting was).
    """
    if change.state is RowState.GONE:
        return Outcome.WITHDRAWN
    if still:
        return Outcome.OTHERWISE if _place(finding) in change.fields else Outcome.NOT_CORRECTED
    return Outcome.CORRECTED if change.state is RowState.CHANGED else Outcome.OTHERWISE


def _place(finding: Finding) -> str:
    """The field or element that a finding is on; of a material, the table of materials."""
    return MATERIALS if finding.field.startswith(f"{MATERIALS}.") else finding.field


def _by_key(findings: Sequence[Finding]) -> dict[_Key, list[Finding]]:
    found: dict[_Key, list[Finding]] = defaultdict(list)
    for each in findings:
        found[each.rule, each.field].append(each)
    return found


def _take(left: Mapping[_Key, list[Finding]], finding: Finding) -> Finding | None:
    """The finding of now that an earlier one goes on in, taken out: the one that says the same, else the next."""
    waiting = left.get((finding.rule, finding.field), [])
    same = next((each for each in waiting if each.message == finding.message), None) or next(iter(waiting), None)
    if same is not None:
        waiting.remove(same)
    return same


def _told(item: str, outcome: Outcome, finding: Finding) -> FollowUp:
    return FollowUp(
        item, outcome, finding.rule, finding.clause, finding.severity, finding.message, finding.field, finding.material
    )


def follow_up_frame(
    told: Mapping[str, Sequence[FollowUp]],
    places: Mapping[str, tuple[str, str, int, str]],
    answered: Mapping[str, Sequence[Handling]],
    assignments: Assignments,
) -> pd.DataFrame:
    """One line a finding: columns :data:`COLUMNS`.

    ``places`` has unit, kind, round and name of the items; those without are left out. ``handling`` is all that the
    unit wrote as 处理情况 beside the item.
    """
    groups = {unit.name: unit.group for unit in assignments.units}
    records = [
        (
            item, unit, groups.get(unit), kind, round_, name, str(each.outcome), OUTCOME_NAMES[each.outcome], each.rule,
            each.clause, each.severity and str(each.severity), each.message, each.field, each.material,
            in_words(answered.get(item, ())),
        )
        for item, some in told.items()
        if item in places
        for unit, kind, round_, name in (places[item],)
        for each in some
    ]  # fmt: skip
    return pd.DataFrame.from_records(records, columns=COLUMNS).astype({"material": "Int64"})


def in_words(answered: Sequence[Handling]) -> str:
    """The unit's 处理情况, a line each, those on parts of a guide with the part's name."""
    return "\n".join(f"{each.part}：{each.text}" if each.part else each.text for each in answered)
