"""Choices of the form: what was chosen wrongly, in words, and the corrected text."""

import re
from collections.abc import Callable, Mapping, Sequence

from workbench.checks.guide_facts import is_blank
from workbench.checks.row_facts import shorten
from workbench.checks.ticks import Answer, Choice, chosen, is_marked
from workbench.records.tidy import fold


def is_single(answer: Answer) -> bool:
    """Whether exactly one printed option was chosen and nothing else."""
    return len(answer.options) == 1 and not answer.outside


def chosen_words(text: str, answer: Answer) -> str:
    """What the element says instead of one printed option, for a message."""
    if is_blank(text):
        return "未填写"
    several = (*answer.options, *answer.outside)
    if len(several) > 1:
        return "同时选了" + "".join(f"“{word}”" for word in several)
    return "一项未选" if is_marked(text) and not several else f"为“{shorten(text)}”"


def outside(text: str, options: Sequence[str]) -> list[Choice]:
    """Chosen options that the form does not print; 自然人和法人 is read as two."""
    return [choice for choice in chosen(text) if not set(_parts(choice.name, options)) <= set(options)]


def inside(text: str, options: Sequence[str]) -> list[str]:
    """The printed options that were chosen, each once, in the order of the form."""
    found = {part for choice in chosen(text) for part in _parts(choice.name, options)}
    return [option for option in options if option in found]


def renamed(text: str, options: Sequence[str], other_names: Mapping[str, str]) -> str | None:
    """The element in printed options where every chosen word is one or has one sure other name; None where not."""
    meant = {
        part if part in options else other_names.get(part)
        for choice in chosen(text)
        for part in _parts(choice.name, (*options, *other_names))
    }
    if not meant or None in meant:
        return None
    return "、".join(option for option in options if option in meant)


def corrected(text: str, words: Mapping[str, str]) -> str | None:
    """The sure correction of a short text: its folded form is one of the words."""
    return words.get(fold(text).rstrip("。."))


def _parts(name: str, options: Sequence[str]) -> list[str]:
    """The options joined by 和, 及 or 或 in one piece; the piece itself where its parts are no options."""
    if name in options:
        return [name]
    pieces = [piece for piece in re.split(r"[和及与或]", name) if piece]
    known: Callable[[str], bool] = set(options).__contains__
    return pieces if all(map(known, pieces)) else [name]
