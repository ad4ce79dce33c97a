"""The statute index: titles whose rank and issuer are known, and their short names."""

import csv
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

from workbench.citations.evidence import Evidence
from workbench.citations.remembering import forget
from workbench.citations.statute import Statute
from workbench.records import Rank, RankFrom, RuleKind

_NATION = "中华人民共和国"
_NOTE = re.compile(r"[（(][^（()）]*(?:修订|修正|修改)[^（()）]*[)）]$")

_added: list[tuple[Statute, ...]] = []
_by_added_name: dict[str, Statute] = {}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Statute]:
    """The package's statutes by every name."""
    lines = (resources.files("workbench.citations") / "statutes.csv").read_text(encoding="utf-8").splitlines()
    return _named(
        Statute(
            line["title"],
            rank := Rank(line["rank"]),
            line["issuer"],
            line["amended"],
            tuple(filter(None, line["aliases"].split("|"))),
            RuleKind.MINISTRY if rank is Rank.RULE else None,
        )
        for line in csv.DictReader(lines)
    )


def _named(statutes: Iterable[Statute]) -> dict[str, Statute]:
    """Statutes by full titles, titles without the country's name, and aliases; the first of a name counts."""
    known: dict[str, Statute] = {}
    for statute in statutes:
        for name in (statute.title, statute.title.removeprefix(_NATION), *statute.aliases):
            known.setdefault(name, statute)
    return known


def added_statutes() -> tuple[Statute, ...]:
    """The statutes in use besides those of the package, to be used elsewhere, too."""
    return _added[-1] if _added else ()


def use_statutes(added: tuple[Statute, ...]) -> None:
    """Know these statutes besides those of the package, in this process from now on.

    One of them stands in place of the package's statute of the same name.
    """
    if added == added_statutes():
        return
    _added[:] = [added] if added else []
    _by_added_name.clear()
    _by_added_name.update(_named(added))
    forget()


def find(title: str) -> Statute | None:
    """The statute of this title or short name; blanks and a note such as （2017年修订） do not count."""
    bare = re.sub(r"\s", "", title)
    return _find(bare) or _find(_NOTE.sub("", bare))


def _find(name: str) -> Statute | None:
    return _by_added_name.get(name) or _by_name().get(name)


def prove(title: str) -> Evidence:
    """Rank and issuer of a known statute."""
    statute = find(title)
    if statute is None:
        return Evidence()
    return Evidence(statute.rank, RankFrom.INDEX, statute.kind, statute.issuer or None, statute.level)
