"""Which options of a guide's form are chosen: ticked boxes, or plain text that names its choice (rule book, section 8)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.records import Span
from workbench.records.boxes import CHOSEN, OPEN
from workbench.records.tidy import fold

#: Marks of a chosen option; R is a box of a symbol font that a copy turns into text.
_ON = rf"[\[［(（【]\s*[xXvV{CHOSEN}]\s*[\]］)）】]|[{CHOSEN}]|(?<![^\s□☐])R(?=\s*[\u4e00-\u9fa5])"
#: Marks of an option that is not chosen.
_OFF = rf"[\[［(（【]\s*[\]］)）】]|[{OPEN}]"
_LABEL = rf"(?:面向)?(?:自然人|法人)(?:的?主要有)?[:：]|面向(?:自然人|法人)(?=[\s{CHOSEN}{OPEN}]|$)"
_GAP = r"[、，,;；/／|。\s]+"
_NOTE = r"[（(][^（()）]*[）)]"
_TOKEN = re.compile(
    rf"(?P<on>{_ON})|(?P<off>{_OFF})|(?P<label>{_LABEL})|(?P<gap>{_GAP})"
    rf"|(?P<word>(?:(?!{_ON}|{_OFF})(?:{_NOTE}|[^、，,;；/／|。\s]))+)"
)
_MARK = re.compile(rf"{_ON}|{_OFF}")
#: What the form itself prints behind the boxes of items 28 to 30; it is no detail of the unit's.
_HINT = re.compile(r"[（(]\s*如填写[^（()）]*[）)]")
#: What may stand between an option and a note on it.
_PAUSE = re.compile(r"[\s（(，,;；。:：—-]")
_JOINS = re.compile(r"\s*[、/／和或及与,，;；\s]\s*")


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen option: its folded text, where it stands, and the list that it stands under, blank where none is named."""

    text: str
    span: Span
    group: str = ""

    @property
    def name(self) -> str:
        """The text without a note in brackets."""
        return re.sub(r"\([^()]*\)", "", self.text)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was chosen of a form's options, what was written that is none of them, and the detail behind them (folded)."""

    options: tuple[str, ...]
    outside: tuple[str, ...] = ()
    detail: str = ""


@lru_cache(maxsize=4096)
def is_marked(text: str) -> bool:
    """Whether the text has boxes, ticked or not."""
    return bool(_MARK.search(text))


@lru_cache(maxsize=4096)
def chosen(text: str) -> tuple[Choice, ...]:
    """The ticked options in the order of the text; without any mark every option written is chosen."""
    tokens = list(_TOKEN.finditer(_without_hints(text)))
    marked = any(token.lastgroup in ("on", "off") for token in tokens)
    kept = set(_ticked(tokens)) if marked else set(range(len(tokens)))
    return tuple(
        Choice(fold(token.group()), token.span(), group)
        for index, token, group in _grouped(tokens)
        if index in kept and token.lastgroup == "word" and not re.fullmatch(_NOTE, token.group())
    )


@lru_cache(maxsize=4096)
def answer(text: str, options: tuple[str, ...], *, open_end: bool = False) -> Answer:
    """What a single choice says; with ``open_end`` a detail may follow the option without any pause (可以电话预约)."""
    longest_first = sorted(options, key=len, reverse=True)
    if is_marked(text):
        words = [choice.text for choice in chosen(text)]
        told = [(word, _leading(word, longest_first, open_end=open_end)) for word in words]
        return Answer(
            tuple(dict.fromkeys(option for _, option in told if option)),
            tuple(word for word, option in told if not option),
            _detail(text, longest_first),
        )
    return _plain(_without_hints(text).strip(), longest_first, open_end=open_end)


def _plain(text: str, options: Sequence[str], *, open_end: bool) -> Answer:
    """The answer of a text without marks: it begins with its option, others may be joined to it."""
    found: list[str] = []
    rest = text
    while option := _leading(rest, options, open_end=open_end):
        found.append(option)
        after = rest[len(option) :]
        join = _JOINS.match(after)
        if not join or not _leading(after[join.end() :], options, open_end=open_end):
            return Answer(tuple(dict.fromkeys(found)), _joined_word(after), fold(after))
        rest = after[join.end() :]
    return Answer((), (fold(text),) if text else ())


def _leading(text: str, options: Sequence[str], *, open_end: bool) -> str:
    """The option that the text begins with and that a pause, a join or the end follows; blank where none does."""
    for option in options:
        after = text[len(option) :]
        if text.startswith(option) and (open_end or not after or _PAUSE.match(after) or _JOINS.match(after)):
            return option
    return ""


def _joined_word(after: str) -> tuple[str, ...]:
    """A value joined to an option as its equal, though it is no option itself: 承诺件、上报件."""
    joined = re.match(r"\s*[、/／和或及与]\s*([^\s（(，,;；。]+)", after)
    return (fold(joined[1]),) if joined else ()


def _detail(text: str, options: Sequence[str]) -> str:
    """What is left of a text with boxes when marks and options are taken away."""
    left = _MARK.sub("\n", _without_hints(text))
    for option in options:
        left = re.sub(rf"(?m)^\s*{re.escape(option)}", "", left)
    return fold(left)


def _without_hints(text: str) -> str:
    return _HINT.sub(lambda hint: " " * len(hint.group()), text)


def _grouped(tokens: Sequence[re.Match[str]]) -> Iterator[tuple[int, re.Match[str], str]]:
    group = ""
    for index, token in enumerate(tokens):
        if token.lastgroup == "label":
            group = "自然人" if "自然人" in token.group() else "法人"
        yield index, token, group


def _ticked(tokens: Sequence[re.Match[str]]) -> Iterator[int]:
    """The words that a tick belongs to: the one it touches, else the next one."""
    solid = [token for token in tokens if token.lastgroup != "gap"]
    behind = bool(solid) and solid[0].lastgroup == "word" and solid[-1].lastgroup in ("on", "off")
    for index, token in enumerate(tokens):
        if token.lastgroup != "on":
            continue
        before, after = _kind(tokens, index - 1), _kind(tokens, index + 1)
        if before == "word" and (behind or after != "word"):
            yield index - 1
        elif after == "word":
            yield index + 1
        else:
            step = -2 if behind else 2
            yield index + step if _kind(tokens, index + step) == "word" else index


def _kind(tokens: Sequence[re.Match[str]], index: int) -> str:
    return (tokens[index].lastgroup or "") if 0 <= index < len(tokens) else ""
