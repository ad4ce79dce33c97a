"""What one search through a corpus found out and the next may use."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from workbench.citations import Statute, added_statutes
from workbench.matching.answers import Answers
from workbench.matching.basis import BasisMatch
from workbench.matching.candidates import Alike
from workbench.matching.distinct import Ints
from workbench.matching.gist import Gist
from workbench.matching.incremental import JoinIndex
from workbench.matching.lexicon import Lexicon, lexicon
from workbench.matching.weights import Weights


class Reading(NamedTuple):
    """What is told of a pair besides its level."""

    basis: BasisMatch
    reasons: tuple[str, ...]


@dataclass
class Memory:
    """A search's findings about matters and pairs that stay the same as long as the matters do.

    What depends on the corpus as a whole (crowds, families, how much a word tells) is worked out anew each time: so
    the search that remembers finds what a search from scratch finds. Give one memory to one corpus; what is no more
    in it is forgotten.

    Attributes:
        marks: row -> the matter's mark.
        gists: row -> what it is joined by.
        wordings: the name that stood for a wording -> the wording's number.
        open: pairs of wordings that names alone do not tell apart (1) or do (0).
        levels: pairs of rows -> their level's place, or -1 where they were not to be compared.
        readings: ``row << 32 | greater row`` -> what is told of the pair.
        alike: the objects that rest on one article -> their alike pairs, as keys of places.
        indexes: the joins.
        weights: how much each two characters tell, and the wordings that they were counted in.
        words: the tables that names were read with.
        statutes: those that bases were read with, besides the package's.
    """

    marks: Sequence[bytes] = ()
    gists: list[Gist] = field(default_factory=list)
    wordings: dict[str, int] = field(default_factory=dict)
    open: Answers = field(default_factory=Answers.none)
    levels: Answers = field(default_factory=Answers.none)
    readings: dict[int, Reading] = field(default_factory=dict)
    alike: Alike = field(default_factory=dict)
    indexes: tuple[JoinIndex, ...] = ()
    weights: Weights = field(default_factory=lambda: Weights({}, 0))
    texts: frozenset[str] = frozenset()
    words: Lexicon = field(default_factory=lexicon)
    statutes: tuple[Statute, ...] = field(default_factory=added_statutes)

    def fit(self) -> None:
        """Forgets what was read with other tables or statutes; the joins hold for any."""
        if self.words is not lexicon() or self.statutes != added_statutes():
            vars(self).update(vars(Memory(indexes=self.indexes)))

    def rows_of(self, marks: Sequence[bytes]) -> Ints:
        """Each matter's row the last time, or -1."""
        known = dict(zip(self.marks, range(len(self.marks)), strict=True))
        return np.fromiter((known.get(each, -1) for each in marks), np.int64, len(marks))

    def wordings_of(self, names: Sequence[str]) -> Ints:
        """The number that a wording had the last time by the name that stands for it, or -1."""
        known = self.wordings
        return np.fromiter((known.get(each, -1) for each in names), np.int64, len(names))

    def keep(
        self,
        marks: Sequence[bytes],
        gists: list[Gist],
        names: Sequence[str],
        open_: Answers,
        levels: Answers,
        readings: dict[int, Reading],
        alike: Alike,
        indexes: tuple[JoinIndex, ...],
    ) -> None:
        """Takes what a search found out in place of what was known."""
        self.marks, self.gists, self.readings, self.alike, self.indexes = marks, gists, readings, alike, indexes
        self.wordings = dict(zip(names, range(len(names)), strict=True))
        self.open, self.levels = open_, levels

    def weighed(self, texts: Sequence[str]) -> Weights:
        """The weights of the corpus now: only wordings that came or went are counted."""
        now = frozenset(texts)
        self.weights = self.weights.changed(now - self.texts, self.texts - now)
        self.texts = now
        return self.weights
