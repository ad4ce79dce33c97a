"""What two matters show when their parts are compared, each apart."""

from collections.abc import Mapping
from enum import Enum, auto

from rapidfuzz.distance import LCSseq

from workbench.matching.basis import BasisMatch, match_basis
from workbench.matching.lexicon import lexicon
from workbench.matching.parts import NameParts
from workbench.matching.profile import Profile


class SetMatch(Enum):
    """How two sets of words stand to each other."""

    EQUAL = auto()
    WITHIN = auto()  # one holds all of the other and more
    OVERLAP = auto()
    APART = auto()


class ActMatch(Enum):
    """How two kinds of procedure stand to each other."""

    SAME = auto()
    LIKE = auto()  # one decision under two names: 许可 and 登记 of the same permit
    NEAR = auto()  # often the same, often two steps
    APART = auto()


class ObjectMatch(Enum):
    """How two objects stand to each other, nearest first."""

    SAME = auto()
    WITHIN = auto()  # one only adds words to the other
    SIMILAR = auto()
    ALIKE = auto()
    APART = auto()
    CONTRAST = auto()  # words that exclude each other


#: Words of the table of acts, nearest first.
_ACT_MATCHES = {"same": ActMatch.SAME, "like": ActMatch.LIKE, "near": ActMatch.NEAR}
#: Share of common characters from which objects with words of their own on both sides are similar or alike.
_SIMILAR, _ALIKE = 0.8, 0.6
#: Shorter objects that differ on both sides are other objects.
_TELLING = 6
#: Places where words may be added to an object that stays the same kind of thing.
_ADDED_PLACES = 2


def match_sets(one: frozenset[str], two: frozenset[str]) -> SetMatch:
    """The relation of two sets; an empty set lies within any other."""
    if one == two:
        return SetMatch.EQUAL
    if one < two or two < one:
        return SetMatch.WITHIN
    return SetMatch.OVERLAP if one & two else SetMatch.APART


def match_acts(one: frozenset[str], two: frozenset[str]) -> ActMatch:
    """Kinds of procedure are the same when one is named on both sides or a side names none."""
    if not one or not two or not one.isdisjoint(two):
        return ActMatch.SAME
    relations = {lexicon().act_relations.get(frozenset((act, other))) for act in one for other in two}
    return next((match for word, match in _ACT_MATCHES.items() if word in relations), ActMatch.APART)


def conflict(one: Mapping[str, frozenset[str]], two: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """Two words of one group that exclude each other, one on each side alone."""
    for group in sorted(one.keys() & two.keys()):
        only_one, only_two = one[group] - two[group], two[group] - one[group]
        if only_one and only_two:
            return min(only_one), min(only_two)
    return None


def match_objects(one: NameParts, two: NameParts) -> ObjectMatch:
    """The relation of two objects by their common characters, whatever their order."""
    if one.object != two.object and conflict(one.contrasts, two.contrasts):
        return ObjectMatch.CONTRAST
    short, long = (one, two) if len(one.core) <= len(two.core) else (two, one)
    common = sum(min(count, long.letters.get(letter, 0)) for letter, count in short.letters.items())
    share = 2 * common / (len(one.core) + len(two.core)) if long.core else 1.0
    if share == 1.0:
        return ObjectMatch.SAME
    if common == len(short.core) and share >= _ALIKE and _adds_a_word(short, long):
        return ObjectMatch.WITHIN
    if share >= _SIMILAR and len(short.core) >= _TELLING:
        return ObjectMatch.SIMILAR
    return ObjectMatch.ALIKE if share >= _ALIKE else ObjectMatch.APART


def _adds_a_word(short: NameParts, long: NameParts) -> bool:
    """Whether the longer object is the shorter one narrowed, or one of several things listed.

    A word added in front or inside narrows (农作物种子 is seed); one added at the end makes another
    thing of it (创业, 创业培训), unless the name lists it (取水及排污口).
    """
    if long.core.startswith(short.core):
        return long.lists(long.core[len(short.core) :])
    added = sum(step.tag != "equal" for step in LCSseq.opcodes(short.core, long.core))
    return added <= _ADDED_PLACES


class Evidence:
    """Two profiles side by side.

    Attributes:
        one: a matter.
        two: the other.
        identical: the tidied names are letter by letter the same.
        siblings: both belong to one main item of one catalogue.
        generic: neither name says what it is about: the object is each unit's own.
        same_org: both were listed by one unit.
        stages: 设立, 变更, 注销 ...
        grades: 甲级, 一类 ...
        scope: what brackets narrow the object to.
        acts: 许可, 备案, 登记 ...
    """

    __slots__ = (
        "_object",
        "acts",
        "generic",
        "grades",
        "identical",
        "one",
        "same_org",
        "scope",
        "siblings",
        "stages",
        "two",
    )

    def __init__(self, one: Profile, two: Profile) -> None:
        """Compares all parts but the objects, which few levels need."""
        a, b = one.name, two.name
        self.one, self.two = one, two
        self.identical = a.tidied == b.tidied
        self.siblings = one.named.main is not None and one.named.main == two.named.main
        self.same_org = one.named.org is not None and one.named.org == two.named.org
        self.generic = a.generic and b.generic
        self.stages = match_sets(a.stages, b.stages)
        self.grades = match_sets(a.grades, b.grades)
        self.scope = match_sets(a.scope, b.scope)
        self.acts = match_acts(a.acts, b.acts)
        self._object: ObjectMatch | None = None

    @property
    def object(self) -> ObjectMatch:
        """The relation of the objects."""
        if self._object is None:
            self._object = match_objects(self.one.name, self.two.name)
        return self._object

    @property
    def basis(self) -> BasisMatch:
        """The legal basis."""
        return match_basis(self.one.grounds, self.two.grounds)
