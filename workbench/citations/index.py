"""The statute index: titles whose rank and issuer are known, and their short names."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from workbench.citations.evidence import Evidence
from workbench.records import IssuerLevel, Rank, RankFrom, RuleKind

_NATION = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Statute:
    """One known statute under its full title; ``amended`` is the year of the latest amendment known, or blank."""

    title: str
    rank: Rank
    issuer: str
    amended: str = ""


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Statute]:
    """Full titles, titles without the country's name, and aliases."""
    known: dict[str, Statute] = {}
    lines = (resources.files("workbench.citations") / "statutes.csv").read_text(encoding="utf-8").splitlines()
    for line in csv.DictReader(lines):
        statute = Statute(line["title"], Rank(line["rank"]), line["issuer"], line["amended"])
        names = (statute.title, statute.title.removeprefix(_NATION), *filter(None, line["aliases"].split("|")))
        for name in names:
            known.setdefault(name, statute)
    return known


def find(title: str) -> Statute | None:
    """The statute of this title or short name; blanks and a note such as （2017年修订） do not count."""
    bare = re.sub(r"\s", "", title)
    known = _by_name()
    return known.get(bare) or known.get(re.sub(r"[（(][^（()）]*(?:修订|修正|修改)[^（()）]*[)）]$", "", bare))


def prove(title: str) -> Evidence:
    """Rank and issuer of a known statute."""
    statute = find(title)
    if statute is None:
        return Evidence()
    if statute.rank is Rank.RULE:
        return Evidence(statute.rank, RankFrom.INDEX, RuleKind.MINISTRY, statute.issuer, IssuerLevel.STATE_DEPARTMENT)
    return Evidence(statute.rank, RankFrom.INDEX, None, statute.issuer, IssuerLevel.STATE)
