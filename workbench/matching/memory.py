"""What one search through a corpus found out and the next may use."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np

from workbench.citations import Statute, added_statutes
from workbench.matching.answers import Answers
from workbench.matching.candidates import Alike
from workbench.matching.distinct import Texts, Wordings
from workbench.matching.gist import Gist, mark
from workbench.matching.incremental import JoinIndex
from workbench.matching.lexicon import Lexicon, lexicon
from workbench.matching.named import Named
from workbench.matching.numbers import Ints
from workbench.matching.overlaps import Counts, Overlaps
from workbench.matching.rows import Rows
from workbench.matching.told import Told

#: Overlaps that may be out of use whatever the corpus' size.
_ROOM = 10_000


@dataclass(frozen=True)
class Matters:
    """The matters of a search, read.

    Attributes:
        named: as they were given; one that is given again is known without being looked at.
        marks: bytes that stand for all that each says.
        rows: what is looked at of each.
        wordings: their distinct names.
    """

    named: tuple[Named, ...]
    marks: Texts
    rows: Rows
    wordings: Wordings

    @classmethod
    def none(cls) -> "Matters":
        """No matters."""
        rows = Rows.of(())
        return cls((), np.empty(0, object), rows, Wordings.among(rows))

    def again(self, named: Sequence[Named]) -> "tuple[Matters, Ints]":
        """Other matters, of which only those that are new are read, and the row here of each, or -1."""
        old = np.full(len(named), -1, np.int64)
        if self.named:
            known = dict(zip(map(id, self.named), range(len(self.named)), strict=True))
            old = np.fromiter(map(known.get, map(id, named), repeat(-1)), np.int64, len(named))
        marks = np.empty(len(named), object)
        marks[old >= 0] = self.marks[old[old >= 0]]
        unknown = np.flatnonzero(old < 0)
        if len(unknown):
            fresh = [mark(named[row]) for row in unknown.tolist()]
            known_marks = dict(zip(self.marks.tolist(), range(len(self.marks)), strict=True))
            old[unknown] = np.fromiter(map(known_marks.get, fresh, repeat(-1)), np.int64, len(fresh))
            marks[unknown] = fresh
        new = np.flatnonzero(old < 0)
        read = Rows.of([Gist.of(named[row]) for row in new.tolist()], self.rows.words)
        place = old.copy()
        place[new] = len(self.rows) + np.arange(len(new))
        rows = self.rows.and_(read).at(place)
        return Matters(tuple(named), marks, rows, Wordings.among(rows)), old

    def wordings_of(self, now: Wordings) -> Ints:
        """Each wording's place here where the same name stood for it, or -1."""
        place = np.full(len(self.rows.words.wordings.things), -1, np.int64)
        place[self.wordings.number] = np.arange(len(self.wordings.number))
        old = place[now.number]
        known = np.flatnonzero(old >= 0)
        old[known[self.wordings.name[old[known]] != now.name[known]]] = -1
        return old


@dataclass
class Memory:
    """A search's findings about matters and pairs that stay the same as long as the matters do.

    What depends on the corpus as a whole (crowds, families, how much a word tells) is worked out anew each time: so
    the search that remembers finds what a search from scratch finds. Give one memory to one corpus; what is no more
    in it is forgotten.

    Attributes:
        matters: those of the last search.
        open: pairs of wordings that names alone do not tell apart (1) or do (0).
        levels: pairs of rows -> their level's place, or -1 where they were not to be compared.
        told: what is told of the pairs that were kept.
        overlaps: what the objects of these have in common.
        alike: the objects that rest on one article -> their alike pairs, as keys of places.
        indexes: the joins.
        counts: how often each two characters stand in the wordings.
        words: the tables that names were read with.
        statutes: those that bases were read with, besides the package's.
    """

    matters: Matters = field(default_factory=Matters.none)
    open: Answers = field(default_factory=Answers.none)
    levels: Answers = field(default_factory=Answers.none)
    told: Told = field(default_factory=Told.none)
    overlaps: Overlaps = field(default_factory=Overlaps)
    alike: Alike = field(default_factory=dict)
    indexes: tuple[JoinIndex, ...] = ()
    counts: Counts = field(default_factory=Counts.none)
    words: Lexicon = field(default_factory=lexicon)
    statutes: tuple[Statute, ...] = field(default_factory=added_statutes)

    def fit(self) -> None:
        """Forgets what was read with other tables or statutes; the joins hold for any."""
        if self.words is not lexicon() or self.statutes != added_statutes():
            vars(self).update(vars(Memory(indexes=self.indexes)))

    def keep(
        self,
        matters: Matters,
        open_: Answers,
        levels: Answers,
        told: Told,
        alike: Alike,
        indexes: tuple[JoinIndex, ...],
    ) -> None:
        """Takes what a search found out in place of what was known; only wordings that came or went are counted."""
        former, now = self.matters.wordings.number, matters.wordings.number
        words = matters.rows.words.wordings
        self.counts.change(*(words.column(_without(one, two)).tolist() for one, two in ((now, former), (former, now))))
        self.matters, self.open, self.levels, self.told = matters, open_, levels, told
        self.alike, self.indexes = alike, indexes
        self._forget()

    def _forget(self) -> None:
        """Lets texts and overlaps go that no matter has, once they are many."""
        if len(self.overlaps.ends) > _ROOM + 4 * len(self.told.pairs):
            self.told, self.overlaps = self.told.compact(self.overlaps)
        matters = self.matters
        if matters.rows.crowded:
            rows, cores = matters.rows.compact()
            self.matters = Matters(matters.named, matters.marks, rows, Wordings.among(rows))
            self.alike = {_renumbered(objects, cores): pairs for objects, pairs in self.alike.items()}


def _without(numbers: Ints, others: Ints) -> Ints:
    there = np.zeros(max(numbers.max(initial=0), others.max(initial=0)) + 1, bool)
    there[others] = True
    return numbers[~there[numbers]]


def _renumbered(objects: bytes, live: Ints) -> bytes:
    return np.searchsorted(live, np.frombuffer(objects, np.int64)).tobytes()
