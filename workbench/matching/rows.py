"""What a search looks at of every matter whatever else changed, in columns of numbers: kept from one search to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Self

import numpy as np
from numpy.typing import NDArray

from workbench.matching.basis import Provision
from workbench.matching.gist import Gist
from workbench.matching.numbers import Ints, Numbers

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Vocabulary:
    """The texts of a corpus, each with a number for as long as it is in use."""

    names: Numbers[str] = field(default_factory=Numbers)
    wordings: Numbers[str] = field(default_factory=Numbers)
    cores: Numbers[str] = field(default_factory=Numbers)
    provisions: Numbers[Provision] = field(default_factory=Numbers)


@dataclass(frozen=True)
class Rows:
    """The gists of matters by row.

    Attributes:
        words: whose numbers the columns have.
        name: the printed name.
        wording: the tidied name without places and years.
        core: the object without words that do not tell objects apart.
        generic: the name does not say what it is about.
        provision: those of all rows, one after the other.
        ends: where each row's end; one more in front, that is 0.
    """

    words: Vocabulary
    name: Ints
    wording: Ints
    core: Ints
    generic: Mask
    provision: Ints
    ends: Ints

    @classmethod
    def of(cls, gists: Sequence[Gist], words: Vocabulary | None = None) -> Self:
        """Gists as columns."""
        words = words or Vocabulary()
        return cls(
            words,
            words.names.of(gist.name for gist in gists),
            words.wordings.of(gist.wording for gist in gists),
            words.cores.of(gist.core for gist in gists),
            np.array([gist.generic for gist in gists], bool),
            words.provisions.of(chain.from_iterable(gist.provisions for gist in gists)),
            np.cumsum([0, *(len(gist.provisions) for gist in gists)], dtype=np.int64),
        )

    def __len__(self) -> int:
        """How many there are."""
        return len(self.name)

    def and_(self, others: "Rows") -> "Rows":
        """These and others of the same words."""
        both = ((self.name, others.name), (self.wording, others.wording), (self.core, others.core))
        name, wording, core = (np.concatenate(parts) for parts in both)
        provision = np.concatenate([self.provision, others.provision])
        ends = np.concatenate([self.ends, self.ends[-1] + others.ends[1:]])
        return Rows(self.words, name, wording, core, np.append(self.generic, others.generic), provision, ends)

    def at(self, rows: Ints) -> "Rows":
        """Some rows, in an order of their own."""
        begin, length = self.ends[rows], np.diff(self.ends)[rows]
        ends = np.append(0, np.cumsum(length))
        flat = np.repeat(begin - ends[:-1], length) + np.arange(ends[-1])
        columns = (self.name[rows], self.wording[rows], self.core[rows], self.generic[rows])
        return Rows(self.words, *columns, self.provision[flat], ends)

    @property
    def crowded(self) -> bool:
        """Whether most numbers stand for what is no more there."""
        return len(self.words.names.things) + len(self.words.provisions.things) > _ROOM + 4 * len(self)

    def compact(self) -> "tuple[Rows, Ints]":
        """The same with only the texts that it has, in the same order; the cores that are left."""
        names, name = np.unique(self.name, return_inverse=True)
        wordings, wording = np.unique(self.wording, return_inverse=True)
        cores, core = np.unique(self.core, return_inverse=True)
        provisions, provision = np.unique(self.provision, return_inverse=True)
        old = self.words
        words = Vocabulary(
            old.names.only(names),
            old.wordings.only(wordings),
            old.cores.only(cores),
            old.provisions.only(provisions),
        )
        return replace(self, words=words, name=name, wording=wording, core=core, provision=provision), cores


#: Numbers that may be out of use whatever the corpus' size.
_ROOM = 10_000
