"""The word tables that names are read with, loaded once from ``tables/``."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Self


def table(name: str) -> list[dict[str, str]]:
    """The rows of ``tables/<name>.csv``."""
    text = files("workbench.matching").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches one of the words, the longest that fits."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


@dataclass(frozen=True, slots=True)
class Words:
    """Words that each mean something: ``设立``, ``新办`` -> ``设立``."""

    meaning: Mapping[str, str]
    pattern: re.Pattern[str]
    longest: int

    @classmethod
    def of(cls, name: str, value: str) -> Self:
        """The table ``name``, from its column ``word`` to its column ``value``."""
        meaning = {row["word"]: row[value] for row in table(name)}
        return cls(meaning, any_of(meaning), max(map(len, meaning)))

    def found(self, text: str) -> frozenset[str]:
        """What the words in the text mean."""
        return frozenset(self.meaning[word] for word in self.pattern.findall(text))

    def removed(self, text: str) -> str:
        """The text without the words."""
        return self.pattern.sub("", text)

    def replaced(self, text: str) -> str:
        """The text with each word's meaning in its place."""
        return self.pattern.sub(lambda match: self.meaning[match[0]], text)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables.

    Attributes:
        acts: head verbs and what kind of procedure they are; "" for words that say nothing.
        act_relations: two kinds of procedure -> ``same``, ``like`` or ``near``; all others stand apart.
        stages: what is done in the life of a permit or a body.
        grades: grades and classes.
        synonyms: wordings -> one standard wording.
        light: words that do not tell one object from another, some of them only past its beginning.
        contrasts: words of one group exclude each other; word -> its groups.
        generic: objects that every unit has.
        procedural: titles that ground every matter and so prove nothing.
    """

    acts: Words
    act_relations: Mapping[frozenset[str], str]
    stages: Words
    grades: Words
    synonyms: Words
    light: re.Pattern[str]
    contrasts: Mapping[str, frozenset[str]]
    contrast_pattern: re.Pattern[str]
    generic: frozenset[str]
    procedural: frozenset[str]

    def contrasting(self, text: str) -> dict[str, frozenset[str]]:
        """The contrast words of a text by group."""
        groups: dict[str, set[str]] = defaultdict(set)
        for word in self.contrast_pattern.findall(text):
            for group in self.contrasts[word]:
                groups[group].add(word)
        return {group: frozenset(words) for group, words in groups.items()}


def _light() -> re.Pattern[str]:
    """Words that say nothing anywhere, and words that say nothing inside an object (演出场所经营单位)."""
    words = table("light")
    anywhere, inside = (any_of(row["word"] for row in words if row["place"] == at) for at in ("any", "inside"))
    return re.compile(f"{anywhere.pattern}|(?!^)(?:{inside.pattern})")


@cache
def lexicon() -> Lexicon:
    """The tables that come with the package."""
    groups: dict[str, set[str]] = defaultdict(set)
    for row in table("contrasts"):
        groups[row["word"]].add(row["group"])
    return Lexicon(
        acts=Words.of("acts", "act"),
        act_relations={frozenset((row["act"], row["other"])): row["relation"] for row in table("act_relations")},
        stages=Words.of("stages", "stage"),
        grades=Words.of("grades", "grade"),
        synonyms=Words.of("synonyms", "standard"),
        light=_light(),
        contrasts={word: frozenset(names) for word, names in groups.items()},
        contrast_pattern=any_of(groups),
        generic=frozenset(row["word"] for row in table("generic")),
        procedural=frozenset(row["title"] for row in table("procedural")),
    )
