"""The comparison of many pairs in steps that can be done anywhere: each carries its matters and words with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.citations import Statute, added_statutes, use_statutes
from workbench.matching.distinct import Keys, among, sides
from workbench.matching.lexicon import Added, added_tables, use_added
from workbench.matching.named import Named

#: Pairs in a step: a quarter of a second's work.
_PAIRS = 5_000


@dataclass(frozen=True, slots=True)
class Step:
    """Some thousand pairs.

    Attributes:
        matters: those that the pairs are of, as they were given: to read them anew costs less than to send what was read.
        pairs: places in ``matters``.
        words: the rows of tables that the sender reads names with besides those of the package.
        statutes: those that the sender reads bases with besides the package's.
    """

    matters: tuple[Named, ...]
    pairs: tuple[tuple[int, int], ...]
    words: Added
    statutes: tuple[Statute, ...]

    def read(self) -> tuple[Named, ...]:
        """The matters, once names and bases are read with the sender's words and statutes in this process."""
        use_added(self.words)
        use_statutes(self.statutes)
        return self.matters


def steps(matters: Sequence[Named], pairs: Keys) -> Iterator[Step]:
    """The pairs of rows in steps, in their order."""
    words, statutes = added_tables(), added_statutes()
    for at in range(0, len(pairs), _PAIRS):
        rows, placed = among(pairs[at : at + _PAIRS])
        one, two = (side.tolist() for side in sides(placed))
        yield Step(tuple(matters[row] for row in rows), tuple(zip(one, two, strict=True)), words, statutes)
