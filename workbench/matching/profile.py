"""All that is read from a matter before it is compared: done once a matter, not once a pair."""

from dataclasses import dataclass
from typing import Self

from workbench.matching.basis import Grounds, grounds
from workbench.matching.named import Named
from workbench.matching.parts import NameParts, take_apart


@dataclass(frozen=True, slots=True)
class Profile:
    """A matter, its name taken apart and its basis read."""

    named: Named
    name: NameParts
    grounds: Grounds

    @classmethod
    def of(cls, named: Named) -> Self:
        """Reads a matter."""
        return cls(named, take_apart(named.name), grounds(named.basis))
