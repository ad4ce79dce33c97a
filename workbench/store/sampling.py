"""Draws which verdicts of a group are reviewed a second time: by a seed, in shares of the units, to other reviewers.

Whoever has the seed and the same verdicts draws the same again: chance is the SHA-256 of seed and id, no generator.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verdict that can be drawn: its item and event, and the users who never decided the item."""

    item: str
    unit: str
    first: int
    others: tuple[str, ...]


def draw(candidates: Iterable[Candidate], size: int, seed: str) -> list[Candidate]:
    """``size`` of the candidates (all, where there are fewer), each unit in proportion, every unit if they suffice."""
    by_unit: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_unit.setdefault(candidate.unit, []).append(candidate)
    shares = shared_out({unit: len(some) for unit, some in by_unit.items()}, size, seed)
    return [
        candidate
        for unit, some in sorted(by_unit.items())
        for candidate in sorted(some, key=lambda each: _chance(seed, each.item))[: shares[unit]]
    ]


def shared_out(counts: Mapping[str, int], size: int, seed: str) -> dict[str, int]:
    """How many of each unit's: one by one to the unit that is furthest behind its share; first one to each."""
    total = sum(counts.values())
    given = dict.fromkeys(counts, 0)
    for _ in range(min(size, total)):
        left = [unit for unit in counts if given[unit] < counts[unit]]
        fewest = min(given[unit] for unit in left)
        waiting = [unit for unit in left if given[unit] == 0] if fewest == 0 else left
        behind = {unit: counts[unit] * size / total - given[unit] for unit in waiting}
        chosen = max(behind, key=lambda unit: (behind[unit], _chance(seed, unit)))
        given[chosen] += 1
    return given


def assigned(drawn: Sequence[Candidate], seed: str) -> list[str]:
    """Who reviews each of the drawn, evenly spread among those who never decided it."""
    busy: Counter[str] = Counter()
    chosen = []
    for candidate in drawn:
        user = min(candidate.others, key=lambda each: (busy[each], _chance(seed, f"{candidate.item}\0{each}")))
        busy[user] += 1
        chosen.append(user)
    return chosen


def _chance(seed: str, what: str) -> str:
    return sha256(f"{seed}\0{what}".encode()).hexdigest()
