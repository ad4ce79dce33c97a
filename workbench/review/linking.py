"""Links the rows of a catalogue with those of its last round, so that each keeps its id, its verdicts and its history."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from workbench import matching
from workbench.records import Link, Matter, Relation, Row, RowChange, RowState, change_of
from workbench.records.tidy import fold
from workbench.review.identity import name_of, new_id

#: Names this alike, of 100, are looked at; this alike they are one name with a slip of the pen.
_LOOKED_AT, _SLIP = 50.0, 75.0

Pairs = dict[int, tuple[int, Link]]


def continued(
    unit: str,
    kind: str,
    rows: Sequence[Row],
    last: Sequence[Matter],
    ever: Mapping[str, Row],
    told: Mapping[int, str] | None = None,
) -> tuple[list[str], list[RowChange]]:
    """One id a row, and what became of each row and of the rows that are gone.

    Args:
        unit: the unit.
        kind: its catalogue.
        rows: the rows of the new round.
        last: the rows of the round before.
        ever: every id that the catalogue's rows ever had, with the row that had it last.
        told: the ids that the file itself carries (说明 of a returns workbook), by the row's place in it.
    """
    linked = _linked(rows, last, told or {})
    taken = {matter.item for matter in last} | set(ever)
    ids, changes = [], []
    for at, row in enumerate(rows):
        if at in linked:
            before, link = last[linked[at][0]], linked[at][1]
            ids.append(before.item)
            changes.append(change_of(before.item, row, before.row, link))
        else:
            item = _back(unit, kind, row, ever, {m.item for m in last} | set(ids)) or new_id(unit, kind, row, taken)
            taken.add(item)
            ids.append(item)
            changes.append(RowChange(item, RowState.NEW))
    kept = {before for before, _ in linked.values()}
    gone = [RowChange(matter.item, RowState.GONE) for at, matter in enumerate(last) if at not in kept]
    return ids, changes + gone


def _back(unit: str, kind: str, row: Row, ever: Mapping[str, Row], held: set[str]) -> str | None:
    """The id of a row that was left out for a round and is there again."""
    item = new_id(unit, kind, row, ())
    same = item in ever and item not in held and name_of(ever[item]) == name_of(row)
    return item if same else None


def _linked(rows: Sequence[Row], last: Sequence[Matter], told: Mapping[int, str]) -> Pairs:
    """New row -> row of the round before and what tells it, one to one, the strongest first."""
    before = [matter.row for matter in last]
    places = {matter.item: to for to, matter in enumerate(last)}
    linked: Pairs = {at: (places[item], Link.TOLD) for at, item in told.items() if item in places}
    _link_equal(linked, rows, before, lambda row: (*name_of(row), fold(row.legal_basis or "")), Link.IDENTITY)
    _link_equal(linked, rows, before, name_of, Link.NAME)
    for at, to, link in _alike(rows, before, linked, last):
        if at not in linked and to not in {each for each, _ in linked.values()}:
            linked[at] = to, link
    return linked


def _link_equal(
    linked: Pairs, rows: Sequence[Row], before: Sequence[Row], key: Callable[[Row], Hashable], link: Link
) -> None:
    """Link rows of one key, in their order; of several those of one number first."""
    for also in (_number, _nothing):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        used = {to for to, _ in linked.values()}
        for to, row in enumerate(before):
            if to not in used:
                waiting[key(row), also(row)].append(to)
        for at, row in enumerate(rows):
            if at not in linked and waiting[key(row), also(row)]:
                linked[at] = waiting[key(row), also(row)].pop(0), link


def _number(row: Row) -> str:
    return fold(row.seq or "")


def _nothing(_row: Row) -> str:
    return ""


def _alike(
    rows: Sequence[Row], before: Sequence[Row], linked: Pairs, last: Sequence[Matter]
) -> Iterator[tuple[int, int, Link]]:
    """Renamed rows with what they were, best first; where two are as good as each other, neither."""
    used = {to for to, _ in linked.values()}
    new = [at for at in range(len(rows)) if at not in linked]
    old = [to for to in range(len(before)) if to not in used]
    names = [matching.tidy_name(row.full_name) for row in [*(rows[at] for at in new), *(before[to] for to in old)]]
    table = matching.similar_pairs(names, _LOOKED_AT)
    found: list[tuple[float, int, int, Link]] = []
    for a, b, score in zip(table.a.tolist(), table.b.tolist(), table.score.tolist(), strict=True):
        if a < len(new) <= b:
            at, to = new[a], old[b - len(new)]
            link = _judged(rows[at], before[to], score, last[to])
            if link:
                found.append((score + (100 if link is Link.PLACE else 0), at, to, link))
    rivals = Counter(
        [("new", score, at) for score, at, _, _ in found] + [("old", score, to) for score, _, to, _ in found]
    )
    for score, at, to, link in sorted(found, key=lambda each: -each[0]):
        if rivals["new", score, at] == rivals["old", score, to] == 1:
            yield at, to, link


def _judged(row: Row, before: Row, score: float, matter: Matter) -> Link | None:
    """Whether two rows of unlike names are one matter under a new name, and by what."""
    place = bool(row.seq) and fold(row.seq or "") == fold(before.seq or "")
    one_basis = bool(row.legal_basis) and fold(row.legal_basis or "") == fold(before.legal_basis or "")
    found = matching.compare(_named(row, matter), replace(_named(before, matter), listing="上一轮"))
    same = found.relation is Relation.SAME
    slip = found.level == "object-differs" and score >= _SLIP
    near = found.relation in {Relation.PART, Relation.UNSURE} or slip
    if place and (same or near):
        return Link.PLACE
    return Link.LIKENESS if same or (one_basis and near) else None


def _named(row: Row, matter: Matter) -> matching.Named:
    return matching.Named(row.full_name, matter.unit, row.legal_basis, None, matter.region)
