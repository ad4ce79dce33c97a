"""A name taken apart: object, procedure, stages, grades and scope, each to be compared by itself."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.matching.lexicon import lexicon
from workbench.matching.tidy import LEVEL_NOTE, tidy_name, unframed
from workbench.records.tidy import bare, fold

_INNERMOST = re.compile(r"[(〔\[【]([^()〔〕\[\]【】]*)[)〕\]】]")
#: Notes in brackets on how or on what ground a matter is handled; they do not narrow it.
_REMARK = re.compile(r"^(?:含|包括|包含|据|根据|依据|委托|承诺件|即办件|试行|暂行|指引|网上|限(?!制))|同$")
_LEVEL_SCOPE = re.compile(r"国家级|省级|市级|县级|区级|乡级|镇级")
_LEADING_ACT = re.compile(r"^(?:征收|收取|核发|办理|申请|发放|签发|审批|认定|确认|开具|出具)")
#: 终止妊娠 is a medical service, not the end of a matter.
_NOT_A_STAGE = re.compile(r"终止妊娠|设立地|变更调查")
#: What a sub-item's own name ends with; other verbs in brackets are the object's (婚前医学检查).
_DECISIONS = frozenset({"许可", "备案", "登记", "确认", "给付", "征收", "奖励", "审查", "前置审查"})
_SHORTEST_OBJECT = 2


@dataclass(frozen=True)
class NameParts:
    """What a name says.

    Attributes:
        text: the whole name, folded.
        tidied: the whole name, tidied.
        object: what the matter is about, without frame, procedure and stage.
        acts: kinds of procedure (许可, 备案, 登记 ...), empty where the name gives none.
        stages: 设立, 变更, 注销 ...; empty for a matter as a whole.
        grades: 甲级, 一类 ...
        scope: what brackets narrow the object to, and levels that belong to the object (省级).
    """

    text: str
    tidied: str
    object: str
    acts: frozenset[str]
    stages: frozenset[str]
    grades: frozenset[str]
    scope: frozenset[str]

    @cached_property
    def core(self) -> str:
        """The object without words that do not tell objects apart."""
        core = lexicon().light.sub("", self.object)
        return core if len(core) >= _SHORTEST_OBJECT else self.object

    @cached_property
    def letters(self) -> Counter[str]:
        """The core's characters, whatever their order."""
        return Counter(self.core)

    @cached_property
    def contrasts(self) -> Mapping[str, frozenset[str]]:
        """Contrast words of the object by group."""
        return lexicon().contrasting(self.object)

    def lists(self, word: str) -> bool:
        """Whether the name has the word as one of several: 取水及排污口."""
        return re.search(f"[、和与及或]{re.escape(word[:_SHORTEST_OBJECT])}", self.text) is not None

    @cached_property
    def generic(self) -> bool:
        """The name says what is done, but not about what: 政策咨询."""
        return self.object in lexicon().generic or not self.object


@lru_cache(maxsize=262144)
def take_apart(name: str) -> NameParts:
    """Reads a name, ``事项`` or ``事项（子项）``."""
    folded = fold(name)
    text, notes = _without_brackets(LEVEL_NOTE.sub("", folded))
    words = lexicon()
    main = text
    if (sub := next(filter(_is_name, notes), None)) is not None:
        notes.remove(sub)
        text = sub
    stages = words.stages.found(_NOT_A_STAGE.sub("", text)) or words.stages.found(_NOT_A_STAGE.sub("", main))
    grades = words.grades.found(text)
    scope = set(_LEVEL_SCOPE.findall(text))
    for note in notes:
        stages |= words.stages.found(note)
        grades |= words.grades.found(note)
        if rest := _narrowing(note):
            scope.add(rest)
    text = _LEVEL_SCOPE.sub("", words.grades.removed(words.stages.removed(text)))
    subject, acts = _without_acts(words.synonyms.replaced(bare(unframed(text))))
    return NameParts(folded, tidy_name(name), subject, acts, stages, grades, frozenset(scope))


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """The text outside brackets, and what brackets say about the matter."""
    notes: list[str] = []
    while match := _INNERMOST.search(text):
        note = bare(match[1])
        if note and not _REMARK.search(note):
            notes.append(match[1])
        text = text[: match.start()] + text[match.end() :]
    return text, notes


def _is_name(note: str) -> bool:
    """Whether a note is a sub-item's name of its own, with an object and a procedure."""
    subject, acts = _without_acts(bare(lexicon().stages.removed(note)))
    return bool(acts & _DECISIONS) and len(subject) > _SHORTEST_OBJECT


def _narrowing(note: str) -> str:
    """What is left of a note without stages and grades."""
    words = lexicon()
    rest = bare(unframed(words.grades.removed(words.stages.removed(note))))
    return _without_acts(words.synonyms.replaced(rest))[0] if rest not in words.acts.meaning else ""


def _without_acts(text: str) -> tuple[str, frozenset[str]]:
    """Head verbs taken off the end (and a few off the front) as long as an object is left."""
    words = lexicon()
    acts: frozenset[str] = frozenset()
    if (match := _LEADING_ACT.match(text)) and len(text) - match.end() >= _SHORTEST_OBJECT:
        acts = frozenset({words.acts.meaning[match[0]]} - {""})
        text = text[match.end() :]
    while (word := _ending(text)) and _goes_with(act := words.acts.meaning[word], acts):
        acts |= frozenset({act} - {""})
        text = text[: -len(word)]
    return text, acts


def _goes_with(act: str, acts: frozenset[str]) -> bool:
    """Whether a further head verb says the same thing again (登记审批), or is the object (竣工验收备案)."""
    related = lexicon().act_relations
    return not act or not acts or any(act == other or frozenset((act, other)) in related for other in acts)


def _ending(text: str) -> str:
    """The longest head verb that the text ends with and that leaves an object."""
    words = lexicon().acts
    longest = min(words.longest, len(text) - _SHORTEST_OBJECT)
    return next((text[-size:] for size in range(longest, 1, -1) if text[-size:] in words.meaning), "")
