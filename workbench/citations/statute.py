"""A statute of the index, and who has made it."""

import re
from dataclasses import dataclass
from functools import cached_property

from workbench.citations import places
from workbench.records import IssuerLevel, Rank, RuleKind

_OF_THE_STATE = {Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.JUDICIAL_INTERPRETATION}
_GOVERNING = re.compile(r"(?:人民政府(?:办公厅|办公室)?|人民代表大会(?:常务委员会)?)$")
_OF_NATION = re.compile(r"国务院(?:办公厅)?$|全国人民代表大会")
_DEPARTMENTS = {
    IssuerLevel.PROVINCE: IssuerLevel.PROVINCE_DEPARTMENT,
    IssuerLevel.CITY: IssuerLevel.CITY_DEPARTMENT,
}


@dataclass(frozen=True)
class Statute:
    """One known statute under its full title.

    ``amended`` is the year of the latest amendment known, or blank; ``issuer`` may be blank; ``kind`` is that of 规章.
    """

    title: str
    rank: Rank
    issuer: str = ""
    amended: str = ""
    aliases: tuple[str, ...] = ()
    kind: RuleKind | None = None

    @cached_property
    def level(self) -> IssuerLevel | None:
        """Who issued it; None where rank and issuer do not tell, and for a county's."""
        if self.rank in _OF_THE_STATE:
            return IssuerLevel.STATE
        if self.rank is Rank.PARTY_DOCUMENT:
            return IssuerLevel.PARTY
        if place := places.leading(self.issuer or self.title):
            is_department = self.issuer and not _GOVERNING.search(self.issuer) and place.level
            return _DEPARTMENTS.get(place.level) if is_department and place.level else place.level
        if _OF_NATION.match(self.issuer):
            return IssuerLevel.STATE
        return IssuerLevel.STATE_DEPARTMENT if self.issuer or self.kind is RuleKind.MINISTRY else None
