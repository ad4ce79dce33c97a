"""All that is read from a matter before it is compared: done once a matter, not once a pair."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from workbench.matching.basis import Grounds, grounds
from workbench.matching.lexicon import lexicon
from workbench.matching.named import Named
from workbench.matching.once import once
from workbench.matching.parts import NameParts, take_apart

_GOVERNMENT = re.compile(r"(?:[省市县区州盟旗镇乡]|政府|街道)$")


@dataclass(frozen=True)
class Profile:
    """A matter, its name taken apart and its basis read."""

    named: Named
    name: NameParts
    grounds: Grounds

    @classmethod
    def of(cls, named: Named) -> Self:
        """Reads a matter."""
        return cls(named, take_apart(named.name), grounds(named.basis))

    @once
    def places(self) -> frozenset[str]:
        """The name's places without those that its unit or region is named after."""
        if not self.name.places:
            return self.name.places
        own = f"{self.named.org or ''}{self.named.region or ''}"
        return frozenset(place for place in self.name.places if place not in own)

    @once
    def department(self) -> bool:
        """Whether the unit is one department; what a city or a government lists is the work of many."""
        return _GOVERNMENT.search(self.named.org or "") is None

    @once
    def implied(self) -> str:
        """What the unit's field adds to an object that leaves it open: 医疗保险 where a 医疗保障局 writes 参保."""
        org, text, words = self.named.org or "", self.name.object, lexicon()
        for part, word, implied in words.fields:
            if part in org and word in text and not words.contrasting(implied).keys() & self.name.contrasts.keys():
                return implied
        return ""

    @once
    def meant(self) -> Mapping[str, frozenset[str]]:
        """The object's contrast words, those that the field implies among them."""
        return lexicon().contrasting(self.name.object + self.implied) if self.implied else self.name.contrasts

    @once
    def core_meant(self) -> str:
        """The core with what the field implies in front."""
        return self.implied + self.name.core
