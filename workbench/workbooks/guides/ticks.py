"""Which options are ticked in a printed list of them, however they are marked."""

import re
from collections.abc import Iterator, Sequence

from workbench.records.boxes import CHOSEN, OPEN
from workbench.records.topics import LEGAL_TOPICS, NATURAL_TOPICS
from workbench.workbooks.guides.labels import LEGAL, NATURAL


def _pattern(option: str) -> str:
    """An option with what may stand in brackets after it."""
    return rf"{option}(?:[（(][^（()）{CHOSEN}{OPEN}]{{2,}}[)）])?"


#: The printed form misprints one option.
_MISPRINTED = "人注销"
_OPTION = {
    NATURAL: re.compile("|".join(_pattern(option) for option in NATURAL_TOPICS)),
    LEGAL: re.compile("|".join(_pattern(option) for option in (*LEGAL_TOPICS, _MISPRINTED))),
}
_COUNT = {NATURAL: len(NATURAL_TOPICS), LEGAL: len(LEGAL_TOPICS)}
_IN_A_BOX = rf"[\[（(【〔]\s*[{CHOSEN}xXvV×]\s*[\]）)】〕]"
#: A ticked box of a symbol font that a copy has turned into a letter.
_LETTER = r"(?<![A-Za-z])R(?=\s*[\u4e00-\u9fff])"
_CHOSEN = rf"(?:[{OPEN}]?[{CHOSEN}][{OPEN}]?|{_IN_A_BOX}|{_LETTER})"
_EMPTY = rf"(?:[{OPEN}]|[\[（(【〔]\s*[\]）)】〕])"
_MARK = re.compile(rf"(?P<chosen>{_CHOSEN})|{_EMPTY}")
_BETWEEN = " \u3000\t\n:：."
_HEADS = re.compile(r"(?:面向)?(自然人|法人)\s*[:：]?")
#: A list of which so much is printed without any mark was left as it came.
_UNTOUCHED = 0.6


def topics(text: str) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """The options ticked in the lists 面向自然人 and 面向法人 of 事项类型; None for a list that is not told."""
    found: dict[str, tuple[str, ...]] = {}
    for name, part in _parts(text):
        found[name] = (*found.get(name, ()), *ticked(name, part))
    return found.get(NATURAL), found.get(LEGAL)


def ticked(name: str, text: str) -> tuple[str, ...]:
    """The options of one list that are ticked, as printed; without any mark, those that were typed in."""
    options = list(_OPTION[name].finditer(text))
    marks = list(_MARK.finditer(text))
    if not marks:
        typed = tuple(dict.fromkeys(option.group() for option in options))
        return typed if len(typed) < _UNTOUCHED * _COUNT[name] else ()
    before = _stand_before(marks, options)
    ticks = {mark.end() if before else mark.start() for mark in marks if mark["chosen"]}
    return tuple(option.group() for option in options if _over_blanks(text, option, before=before) in ticks)


def _stand_before(marks: Sequence[re.Match[str]], options: Sequence[re.Match[str]]) -> bool:
    """Whether marks stand before their options: the first one does, or more of them touch only the option after them."""
    if not options or marks[0].start() < options[0].start():
        return True
    starts, ends = {option.start() for option in options}, {option.end() for option in options}
    touching = [(mark.end() in starts) - (mark.start() in ends) for mark in marks]
    return sum(touching) > 0


def _over_blanks(text: str, option: re.Match[str], *, before: bool) -> int:
    """Where a mark beside an option ends, or begins: blanks and a colon may stand between them."""
    at = option.start() if before else option.end()
    if before:
        return len(text[:at].rstrip(_BETWEEN)) if text[at - 1 : at] in _BETWEEN else at
    while text[at : at + 1] in _BETWEEN and at < len(text):
        at += 1
    return at


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each list's heading and the text after it."""
    heads = [head for head in _HEADS.finditer(text) if not _inside(text, head)]
    for at, head in enumerate(heads):
        end = heads[at + 1].start() if at + 1 < len(heads) else len(text)
        yield (NATURAL if head[1] == "自然人" else LEGAL), text[head.end() : end]


def _inside(text: str, head: re.Match[str]) -> bool:
    """Whether a word is part of an option (法人注销, 按照法人生命周期排序), not a heading."""
    after = text[head.end() : head.end() + 2]
    return after.startswith(("注销", "生命"))
