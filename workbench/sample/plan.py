"""Which main items each unit submits, so that all rows together are as many as asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from workbench.records import Unit, UnitKind
from workbench.sample.cities import places
from workbench.sample.drafts import Draft, drafts
from workbench.sample.names import placed

#: 市设目录 are shorter than 省目录.
_CITY_SHARE = 0.35
_SPREAD = (0.85, 1.1)
_YEARS = range(2017, 1990, -1)


@dataclass(frozen=True, slots=True)
class Pick:
    """A draft as it is submitted: with the first ``rows`` of its sub-items, narrowed to a place where it has one."""

    draft: Draft
    rows: int
    place: str = ""

    @property
    def name(self) -> str:
        """The main item's name."""
        return placed(self.draft.name, self.place) if self.place else self.draft.name

    @property
    def subs(self) -> tuple[str, ...]:
        """The sub-items; none for a main item of one row."""
        if self.rows == 1:
            return ()
        chosen = self.draft.variants[: self.rows]
        return tuple(placed(name, self.place) for name in chosen) if self.place else chosen


def plans(units: Sequence[Unit], matters: int, seed: int) -> dict[str, list[Pick]]:
    """Unit -> its main items; the rows of all sum up to ``matters``."""
    shares = _shares(units, matters, seed)
    return {unit.name: _plan(unit, shares[unit.name], seed) for unit in units}


def _shares(units: Sequence[Unit], matters: int, seed: int) -> Mapping[str, int]:
    """Rows for each unit, at least one, by what its tables hold."""
    chance = Random(f"{seed}:shares")  # noqa: S311 - sample data
    weights = {unit.name: _capacity(unit) * chance.uniform(*_SPREAD) for unit in units}
    total, free = sum(weights.values()), matters - len(units)
    exact = {name: free * weight / total for name, weight in weights.items()}
    shares = {name: 1 + int(share) for name, share in exact.items()}
    by_rest = sorted(exact, key=lambda name: int(exact[name]) - exact[name])
    for name in by_rest[: matters - sum(shares.values())]:
        shares[name] += 1
    return shares


def _capacity(unit: Unit) -> float:
    size = sum(draft.size for draft in drafts(unit))
    return size * (_CITY_SHARE if unit.kind is UnitKind.CITY else 1)


def _plan(unit: Unit, rows: int, seed: int) -> list[Pick]:
    """Main items with exactly ``rows`` rows, in the order of the tables."""
    own = drafts(unit)
    order = {draft.name: at for at, draft in enumerate(own)}
    picks: list[Pick] = []
    for draft, place in _supply(own, Random(f"{seed}:{unit.name}")):  # noqa: S311 - sample data
        taken = min(draft.size, rows)
        picks.append(Pick(draft, taken, place))
        rows -= taken
        if not rows:
            break
    return sorted(picks, key=lambda pick: order[pick.draft.name])


def _supply(own: Sequence[Draft], chance: Random) -> Iterator[tuple[Draft, str]]:
    """All drafts in random order; then, where that is not enough, each county's share of them, year by year."""
    shuffled = list(own)
    chance.shuffle(shuffled)
    yield from ((draft, "") for draft in shuffled)
    for year in _YEARS:
        for place in places():
            where = place if year == _YEARS[0] else f"{year}年度{place}"
            yield from ((draft, where) for draft in shuffled)
