"""The word tables that names are read with: those of ``tables/`` and those that a workspace adds."""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Self

from workbench.matching.frames import MARK
from workbench.matching.patterns import any_of

Rows = Sequence[Mapping[str, str]]

#: Each table's columns, the first being the word that is looked for.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "acts": ("word", "act"),
    "act_relations": ("act", "other", "relation"),
    "stages": ("word", "stage"),
    "grades": ("word", "grade"),
    "synonyms": ("word", "standard"),
    "titles": ("word", "standard"),
    "objects": ("word", "standard"),
    "wider": ("word", "wide"),
    "light": ("word", "place"),
    "weak": ("word",),
    "contrasts": ("word", "group"),
    "generic": ("word",),
    "procedural": ("title",),
    "places": ("word",),
    "fields": ("org", "word", "implied"),
}


def table(name: str) -> list[dict[str, str]]:
    """The rows of ``tables/<name>.csv``."""
    text = files("workbench.matching").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@dataclass(frozen=True, slots=True)
class Words:
    """Words that each mean something: ``设立``, ``新办`` -> ``设立``."""

    meaning: Mapping[str, str]
    pattern: re.Pattern[str]
    longest: int

    @classmethod
    def of(cls, rows: Rows, value: str) -> Self:
        """A table's words, from its column ``word`` to its column ``value``."""
        meaning = {row["word"]: row[value] for row in rows}
        return cls(meaning, any_of(meaning), max(map(len, meaning)))

    @classmethod
    def standing(cls, rows: Rows, value: str) -> Self:
        """The same where a meaning is itself a wording: it stands as it is, whatever words it holds."""
        meaning = {row["word"]: row[value] for row in rows}
        settled = {word: meaning.get(standard, standard) for word, standard in meaning.items()}
        return cls.of(
            [{"word": word, value: it} for word, it in ({it: it for it in settled.values()} | settled).items()], value
        )

    def found(self, text: str) -> frozenset[str]:
        """What the words in the text mean; one word can mean several things (补换发)."""
        return frozenset(each for word in self.pattern.findall(text) for each in self.meaning[word].split(MARK))

    def removed(self, text: str) -> str:
        """The text without the words."""
        return self.pattern.sub("", text)

    def replaced(self, text: str) -> str:
        """The text with each word's meaning in its place."""
        return self.pattern.sub(lambda match: self.meaning[match[0]], text)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables; two are equal only when they are one, so that what was read with it can be remembered by it.

    Attributes:
        acts: head verbs and what kind of procedure they are; "" for words that say nothing.
        act_relations: two kinds of procedure -> ``same``, ``like`` or ``near``; all others stand apart.
        stages: what is done in the life of a permit or a body.
        grades: grades and classes.
        synonyms: wordings -> one standard wording.
        titles: names that statutes or lists give to a matter -> its usual name.
        objects: whole objects as statutes and lists word them -> the usual wording; never a part of an object.
        wider: narrower words -> a wider one that takes them in.
        light: words that do not tell one object from another, some of them only past its beginning.
        weak: words that a rewording adds or drops; they tell objects apart only where they contrast.
        contrasts: words of one group exclude each other; word -> its groups.
        generic: objects that every unit has.
        procedural: titles that ground every matter and so prove nothing.
        places: cities, counties and districts.
        fields: what a word means at a department: part of the department's name, word, implied words.
    """

    acts: Words
    act_relations: Mapping[frozenset[str], str]
    stages: Words
    grades: Words
    synonyms: Words
    titles: Words
    objects: tuple[tuple[str, str], ...]
    wider: Words
    light: re.Pattern[str]
    weak: re.Pattern[str]
    contrasts: Mapping[str, frozenset[str]]
    contrast_pattern: re.Pattern[str]
    generic: frozenset[str]
    procedural: frozenset[str]
    places: re.Pattern[str]
    fields: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, tables: Mapping[str, Rows]) -> Self:
        """The lexicon of the tables."""
        groups: dict[str, set[str]] = defaultdict(set)
        for row in tables["contrasts"]:
            groups[row["word"]].add(row["group"])
        synonyms = Words.standing(tables["synonyms"], "standard")
        return cls(
            acts=Words.of(tables["acts"], "act"),
            act_relations={frozenset((row["act"], row["other"])): row["relation"] for row in tables["act_relations"]},
            stages=Words.of(tables["stages"], "stage"),
            grades=Words.of(tables["grades"], "grade"),
            synonyms=synonyms,
            titles=Words.standing(_in_standard_words(tables["titles"], synonyms), "standard"),
            objects=tuple((row["word"], row["standard"]) for row in tables["objects"]),
            wider=Words.of(tables["wider"], "wide"),
            light=_light(tables["light"]),
            weak=any_of(row["word"] for row in tables["weak"]),
            contrasts={word: frozenset(names) for word, names in groups.items()},
            contrast_pattern=any_of(groups),
            generic=frozenset(row["word"] for row in tables["generic"]),
            procedural=frozenset(row["title"] for row in tables["procedural"]),
            places=any_of(row["word"] for row in tables["places"]),
            fields=tuple((row["org"], row["word"], row["implied"]) for row in tables["fields"]),
        )

    def takes_in(self, wide: str, narrow: str) -> bool:
        """Whether one word is a kind of the other by the table of wider words."""
        step = narrow
        while (step := self.wider.meaning.get(step, "")) and step != narrow:
            if step == wide:
                return True
        return False

    def contrasting(self, text: str) -> dict[str, frozenset[str]]:
        """The contrast words of a text by group."""
        groups: dict[str, set[str]] = defaultdict(set)
        for word in self.contrast_pattern.findall(text):
            for group in self.contrasts[word]:
                groups[group].add(word)
        return {group: frozenset(words) for group, words in groups.items()}


def _in_standard_words(rows: Rows, synonyms: Words) -> Rows:
    """The rows with their texts in the synonyms' standard words, so that one row serves all wordings."""
    return [{column: synonyms.replaced(text) for column, text in row.items()} for row in rows]


def _light(rows: Rows) -> re.Pattern[str]:
    """Words that say nothing anywhere, and words that say nothing inside an object (演出场所经营单位)."""
    anywhere, inside = (any_of(row["word"] for row in rows if row["place"] == at) for at in ("any", "inside"))
    return re.compile(f"{anywhere.pattern}|(?!^)(?:{inside.pattern})")


@cache
def _packaged() -> Lexicon:
    return Lexicon.of({name: table(name) for name in COLUMNS})


#: Rows of tables besides those of the package: table, columns' values of each row.
Added = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
_in_use: list[tuple[Added, Lexicon]] = []


def lexicon() -> Lexicon:
    """The tables in use."""
    return _in_use[-1][1] if _in_use else _packaged()


def added_tables() -> Added:
    """The rows in use besides those of the package, to be used elsewhere, too."""
    return _in_use[-1][0] if _in_use else ()


def use_added(added: Added) -> None:
    """Read names with these rows besides those of the package, in this process from now on."""
    if added == added_tables():
        return
    _in_use.clear()
    if added:
        rows = {name: [dict(zip(COLUMNS[name], row, strict=True)) for row in some] for name, some in added}
        _in_use.append((added, Lexicon.of({name: [*table(name), *rows.get(name, ())] for name in COLUMNS})))


def extend_tables(folder: Path | None) -> tuple[str, ...]:
    """Read names with the tables of a folder besides those of the package, in this process from now on.

    A row of the folder stands in place of the package's row of the same word.

    Args:
        folder: holds ``synonyms.csv``, ``contrasts.csv`` and so on (see :data:`COLUMNS`), each with its header;
            None goes back to the package's tables.

    Returns:
        The tables that the folder had.

    Raises:
        ValueError: a table lacks a column; the message names file and column. The package's tables are in use then.
    """
    found = {name: path for name in COLUMNS if folder and (path := folder / f"{name}.csv").is_file()}
    try:
        added = tuple((name, _added(path, COLUMNS[name])) for name, path in found.items())
    except Exception:
        use_added(())
        raise
    use_added(added)
    return tuple(found)


def _added(path: Path, columns: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The rows of a workspace's table that have a word."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
            raise ValueError(f"词表{path.name}缺少列：{'、'.join(missing)}。请补上表头后重试。")
        return tuple(tuple(row[column] or "" for column in columns) for row in reader if row[columns[0]])
