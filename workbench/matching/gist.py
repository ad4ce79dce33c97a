"""The little of each matter that a search looks at whatever else changed: it is kept from one search to the next."""

import marshal
from hashlib import blake2b
from typing import NamedTuple, Self

from workbench.matching.basis import Provision
from workbench.matching.named import Named
from workbench.matching.profile import Profile

#: Bytes of a mark: two matters of one mark by chance are as good as impossible.
MARK_SIZE = 16
#: A form of marshal in which equal values have equal bytes.
_PLAIN = 2


class Gist(NamedTuple):
    """What a matter is joined by.

    Attributes:
        name: the name as printed.
        wording: the tidied name without places and years.
        core: the object without words that do not tell objects apart.
        generic: the name does not say what it is about.
        provisions: titles with articles, ascending.
    """

    name: str
    wording: str
    core: str
    generic: bool
    provisions: tuple[Provision, ...]

    @classmethod
    def of(cls, named: Named) -> Self:
        """Reads a matter."""
        profile = Profile.of(named)
        name = profile.name
        return cls(named.name, name.wording, name.core, name.generic, tuple(sorted(profile.grounds.provisions)))


def mark(named: Named) -> bytes:
    """Stands for all that a matter says: matters of one mark are compared alike."""
    told = (named.name, named.org, named.basis, named.level, named.region, named.main, named.listing)
    return blake2b(marshal.dumps(told, _PLAIN), digest_size=MARK_SIZE).digest()
