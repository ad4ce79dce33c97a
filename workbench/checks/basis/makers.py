"""Who made a document: the state, the province or a city (附件1 3.3.5.1)."""

import re

from workbench.checks.basis.effective_rank import sure_rank
from workbench.records import Citation, IssuerLevel, Rank

#: Whoever stands above the cities.
ABOVE_CITY = frozenset(
    {
        IssuerLevel.STATE,
        IssuerLevel.STATE_DEPARTMENT,
        IssuerLevel.PROVINCE,
        IssuerLevel.PROVINCE_DEPARTMENT,
    }
)
CITY_MADE = frozenset({IssuerLevel.CITY, IssuerLevel.CITY_DEPARTMENT})

#: National bodies that bear the name of the city they sit in.
_NATIONAL_BODY_IN_CITY = re.compile(r"海事局|铁路局|海关|特派员办事处")


def maker(citation: Citation) -> IssuerLevel | None:
    """The level of the issuer; a law or 行政法规 is always the state's; None where the text does not tell."""
    if citation.issuer_level in CITY_MADE and _NATIONAL_BODY_IN_CITY.search(citation.issuer or ""):
        return None
    if citation.issuer_level is not None:
        return citation.issuer_level
    is_national = sure_rank(citation) in (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION)
    return IssuerLevel.STATE if is_national else None
