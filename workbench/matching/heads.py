"""Head verbs: what is done about an object (许可, 备案, 登记), taken off the end of a name and off its lists."""

import re
from dataclasses import dataclass

from workbench.matching.lexicon import lexicon

#: Stands between the things that a name lists.
MARK = "、"
_CONJUNCTION = re.compile(
    r"[、/;,]+|以及|或者|并且|及其|(?<![涉普累])及(?![时格])|(?<!参)与(?!会)|(?<![温共饱缓])和(?![平谐解龙])|(?<!不)或"
)
_OTHER_SIGNS = re.compile(rf"[^\w{MARK}]|_")
_MARKS = re.compile(rf"{MARK}+")
_LEADING_ACT = re.compile(r"^(?:征收|收取|核发|办理|申请|发放|签发|审批|认定|确认|开具|出具)")
SHORTEST_OBJECT = 2


@dataclass(frozen=True, slots=True)
class Head:
    """A subject without its head verbs; ``several`` where unrelated ones are listed (审核和验收)."""

    subject: str
    acts: frozenset[str]
    several: bool


def marked(text: str) -> str:
    """The text with one mark for every conjunction and no other sign."""
    return _tidy(_OTHER_SIGNS.sub("", _CONJUNCTION.sub(MARK, text)))


def without_acts(text: str) -> Head:
    """Head verbs taken off the end, off the ends of listed things, and a few off the front.

    An object of two characters is always left.
    """
    acts: set[str] = set()
    if (match := _LEADING_ACT.match(text)) and len(text) - match.end() >= SHORTEST_OBJECT:
        acts |= {lexicon().acts.meaning[match[0]]} - {""}
        text = text[match.end() :]
    text = _without_endings(text, acts)
    parts = text.split(MARK)
    parts = [_without_endings(part, acts, listed=True) for part in parts[:-1]] + parts[-1:]
    return Head(_tidy(MARK.join(parts)), frozenset(acts), _unrelated(acts))


def _without_endings(text: str, acts: set[str], *, listed: bool = False) -> str:
    """Takes head verbs off the end, as long as they say one thing or are listed, and adds them to ``acts``."""
    known = lexicon().acts.meaning
    while word := _ending(text):
        act = known[word]
        if not listed and not _goes_with(act, acts):
            break
        acts |= {act} - {""}
        text = text[: -len(word)]
        listed = text.endswith(MARK)
        text = text.rstrip(MARK)
    return text


def _ending(text: str) -> str:
    """The longest head verb that the text ends with and that leaves an object."""
    words = lexicon().acts
    longest = min(words.longest, len(text) - SHORTEST_OBJECT)
    return next((text[-size:] for size in range(longest, 1, -1) if text[-size:] in words.meaning), "")


def _goes_with(act: str, acts: set[str]) -> bool:
    """Whether a further head verb says the same thing again (登记审批), or is the object (竣工验收备案)."""
    related = lexicon().act_relations
    return not act or not acts or any(act == other or frozenset((act, other)) in related for other in acts)


def _unrelated(acts: set[str]) -> bool:
    """Whether two of the acts are two procedures."""
    related = lexicon().act_relations
    return any(one < two and frozenset((one, two)) not in related for one in acts for two in acts)


def _tidy(text: str) -> str:
    return _MARKS.sub(MARK, text).strip(MARK)
