"""What two names are about: the same, one within the other, similar, or things that exclude each other."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from rapidfuzz.distance import LCSseq

from workbench.matching.facets import Wider
from workbench.matching.frames import MARK
from workbench.matching.lexicon import lexicon
from workbench.matching.parts import NameParts


class ObjectMatch(Enum):
    """How two objects stand to each other, nearest first."""

    SAME = auto()
    REWORDED = auto()  # only words that say little differ
    WITHIN = auto()  # one only adds words to the other, or names a kind of it
    LISTED = auto()  # one is among the things that the other lists
    SIMILAR = auto()
    ALIKE = auto()
    APART = auto()
    CONTRAST = auto()  # words that exclude each other


#: Share of common characters from which objects with words of their own on both sides are similar or alike.
_SIMILAR, _ALIKE = 0.8, 0.6
#: Share from which a longer object may be the shorter one narrowed.
_NARROWED = 0.45
#: Characters of an object that stays the same whatever little words are added.
_PLAIN = 3
#: Shorter objects that differ on both sides are other objects.
_TELLING = 6
#: Places where words may be added to an object that stays the same kind of thing.
_ADDED_PLACES = 2
#: A word has at least so many characters; shorter shreds in common are chance.
_WORD = 2
#: Words that make another thing of the word in front of them.
_ANOTHER = re.compile(r"(?:事务所|机构|协会|学校|中心|公司|人员|产品|设备|[员师人所站院费证])$")
#: What an object ends with: a body, a project, an event or persons.
_HEAD = re.compile(r"(?:(?P<body>单位|机构|企业|公司|组织)|(?P<project>项目|工程)|(?P<event>活动)|(?P<persons>人员))$")
_CHANGE = "变更"
_CHANGED = re.compile(r"(?:场所|住所|地址|场地|项目|范围|名称|业态|代表人|负责人|股东|资本|章程)$")
_NEGATED = re.compile(r"(?:非|不|未)(\w{2})")
#: 非 and 不 that belong to the word.
_NOT_NEGATED = frozenset({"物质", "动产", "锈钢", "遗产"})


@dataclass(frozen=True, slots=True)
class ObjectFacet:
    """The match of two objects, which side is the wider, and the words that part them where some do."""

    match: ObjectMatch
    wider: Wider = Wider.NEITHER
    parted_by: tuple[str, str] | None = None


def conflict(one: Mapping[str, frozenset[str]], two: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """Two words of one group that exclude each other, one on each side alone."""
    for group in sorted(one.keys() & two.keys()):
        only_one, only_two = one[group] - two[group], two[group] - one[group]
        if only_one and only_two and not _kinds(only_one, only_two):
            return min(only_one), min(only_two)
    return None


def _kinds(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether a word of one side takes in a word of the other."""
    takes_in = lexicon().takes_in
    return any(takes_in(a, b) or takes_in(b, a) for a in one for b in two)


def negated(one: str, two: str) -> tuple[str, str] | None:
    """非X on one side, X alone on the other: 非限制使用农药, 限制使用农药."""
    for text, other in ((one, two), (two, one)):
        for match in _NEGATED.finditer(text):
            word, whole = match[1], match[0]
            if word not in _NOT_NEGATED and word in other and whole not in other:
                return (whole, word) if text is one else (word, whole)
    return None


def _heads_apart(one: NameParts, two: NameParts) -> tuple[str, str] | None:
    """Heads of two sorts: 爆破作业单位, 爆破作业项目; two things that are changed: 经营场所, 经营项目."""
    first, second = _HEAD.search(one.object), _HEAD.search(two.object)
    if first and second and first.lastgroup != second.lastgroup:
        return first[0], second[0]
    if _CHANGE in one.stages & two.stages:
        first, second = _CHANGED.search(one.object), _CHANGED.search(two.object)
        return (first[0], second[0]) if first and second and first[0] != second[0] else None
    return None


def match_objects(one: NameParts, two: NameParts) -> ObjectFacet:
    """The relation of two objects by their common characters, whatever their order."""
    if one.object == two.object:
        return ObjectFacet(ObjectMatch.SAME)
    if words := (negated(one.object, two.object) or conflict(one.contrasts, two.contrasts) or _heads_apart(one, two)):
        listed = _listed(one, two)
        return listed or ObjectFacet(ObjectMatch.CONTRAST, parted_by=words)
    if one.letters == two.letters:
        return ObjectFacet(ObjectMatch.SAME)
    other_reasons = bool(one.reason and two.reason) and one.reason != two.reason
    if one.plain == two.plain and len(one.plain) >= _PLAIN and not other_reasons:
        return ObjectFacet(ObjectMatch.REWORDED)
    return _listed(one, two) or _within(one, two) or _widened(one, two) or _likeness(one, two)


def _listed(one: NameParts, two: NameParts) -> ObjectFacet | None:
    """One is what is left when things that the other lists are taken off."""
    for short, long, wider in ((one, two, Wider.SECOND), (two, one, Wider.FIRST)):
        longer = MARK in long.listed and len(short.object) < len(long.object)
        if longer and (_off_a_list(short.core, long.listed_core) or _off_a_list(short.object, long.listed)):
            return ObjectFacet(ObjectMatch.LISTED, wider)
    return None


def _off_a_list(short: str, listed: str) -> bool:
    """Whether all that the longer name adds stands next to a mark: 取水[、排污口], 占用、挖掘城市道路."""
    steps = LCSseq.opcodes(listed, short)
    kept = [step.src_end - step.src_start for step in steps if step.tag == "equal"]
    if any(step.tag in {"insert", "replace"} for step in steps) or min(kept, default=0) < _WORD:
        return False
    dropped = [(step.src_start, step.src_end) for step in steps if step.tag == "delete"]
    return all(MARK in (listed[begin], listed[end - 1]) for begin, end in dropped)


def _within(one: NameParts, two: NameParts) -> ObjectFacet | None:
    """One only adds words to the other."""
    for a, b in ((one.core, two.core), (one.object, two.object)):
        short, long = (a, b) if len(a) <= len(b) else (b, a)
        if 2 * len(short) >= _NARROWED * (len(a) + len(b)) and _adds_a_word(short, long):
            return ObjectFacet(ObjectMatch.WITHIN, Wider.FIRST if short is a else Wider.SECOND)
    return None


def _adds_a_word(short: str, long: str) -> bool:
    """Whether the longer object is the shorter one narrowed, whatever the order of its words.

    A word added in front or inside narrows (农作物种子 is seed); one added at the end makes another
    thing of it (创业, 创业培训; 失业保险金, 领取失业保险金期间丧葬补助金), and so does a body or person added behind what it is named after (律师, 律师事务所).
    """
    if long.startswith(short) or Counter(short) - Counter(long):
        return False
    steps = LCSseq.opcodes(short, long)
    if steps[0].tag == steps[-1].tag == "insert":
        return False
    if any(step.tag == "insert" and step.src_start and _ANOTHER.search(long[: step.dest_end]) for step in steps):
        return False
    kept = [step.src_end - step.src_start for step in steps if step.tag == "equal"]
    return len(steps) - len(kept) <= _ADDED_PLACES and min(kept, default=0) >= _WORD


def _widened(one: NameParts, two: NameParts) -> ObjectFacet | None:
    """One names a kind of what the other names: 林木种子 is 林草种子."""
    for narrow, wide, wider in ((one, two, Wider.SECOND), (two, one, Wider.FIRST)):
        if any(Counter(core) == wide.letters or _adds_a_word(wide.core, core) for core in narrow.widened):
            return ObjectFacet(ObjectMatch.WITHIN, wider)
    return None


def _likeness(one: NameParts, two: NameParts) -> ObjectFacet:
    """How much two objects that both have words of their own have in common."""
    share = _share(one, two)
    if share >= _SIMILAR and min(len(one.core), len(two.core)) >= _TELLING:
        return ObjectFacet(ObjectMatch.SIMILAR)
    return ObjectFacet(ObjectMatch.ALIKE if share >= _ALIKE else ObjectMatch.APART)


def _share(one: NameParts, two: NameParts) -> float:
    """Twice the common characters by all characters."""
    other = two.letters
    common = sum(min(count, other.get(letter, 0)) for letter, count in one.letters.items())
    size = len(one.core) + len(two.core)
    return 2 * common / size if size else 1.0
