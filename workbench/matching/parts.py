"""A name taken apart: frame, object, procedure, stages, grades, scope and places, each to be compared by itself."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.matching.brackets import Note, told, without_brackets
from workbench.matching.frames import LEVEL_NOTE, MARK, frame_of, marked, one_mark, unframed
from workbench.matching.heads import SHORTEST_OBJECT, without_acts
from workbench.matching.lexicon import Lexicon, lexicon
from workbench.matching.once import once
from workbench.matching.tidy import tidy_name
from workbench.records.tidy import bare, fold

_LEVEL_SCOPE = re.compile(r"国家级|省级|市级|县级|区级|乡级|镇级")
_YEAR = re.compile(r"\d{4}(?:年度?|学年度?)")
#: 终止妊娠 is a medical service, not the end of a matter.
_NOT_A_STAGE = re.compile(r"终止妊娠|设立地|变更调查|修复审")
#: What a sub-item's own name ends with; other verbs in brackets are the object's (婚前医学检查).
_DECISIONS = frozenset({"许可", "备案", "登记", "确认", "给付", "征收", "奖励", "审查", "前置审查"})
#: 登记、注销或者变更登记: the first of the list is the first grant.
_FIRST_GRANT = re.compile(r"(?:登记|许可|审批|核发|注册|备案|执业)、(?=\w{2,4}(?:、|登记|注册|许可|审批|备案|$))")
#: What alone is changed: narrower than a change of whatever was registered.
_CHANGED = re.compile(r"变更(名称|地址|法定代表人|法人)|(名称|地址|法定代表人|法人)变更|(更名)")
#: Key and stages of a wording -> the usual object and its stages.
Usual = Mapping[tuple[str, frozenset[str]], tuple[str, frozenset[str]]]
#: Characters of a core that tells one object from others without its little words (医疗机构, 医疗救助).
_TELLING = 4
#: Little words that tell persons and standing from what they are for (升放气球单位资质, 升放气球).
_HEAVY = ("人员", "资质")
#: What is started or ended says no more beside the stage (终止运营).
_GOING_ON = frozenset({"经营", "运营", "营业", "营运", "执业", "办学"})
#: No stage in particular.
_WHOLE: frozenset[str] = frozenset()
#: Names are read so far; what comes behind is no name.
LONGEST = 2_000
#: Why something is done: 因工程建设需要, 由于工程施工、设备维修等原因确需.
_REASON = re.compile(r"(?:因|由于)\w{2,12}?(?:原因确需|原因|需要|确需|致)")
#: A sub-item that begins like its main item repeats the object.
_SAME_START = 3
#: Steps of widening: 小学, 民办学校, 学校.
_WIDEST = 3
#: A list of so many stages, the first grant among them, is the whole life of a permit.
_WHOLE_LIFE = 3


@dataclass(frozen=True)
class NameParts:
    """What a name says.

    Attributes:
        text: the whole name, folded.
        tidied: the whole name, tidied.
        frame: the frame that it is put in: 对…的, …的, or none.
        listed: what the matter is about, without frame, procedure and stage; a mark between things listed.
        acts: kinds of procedure (许可, 备案, 登记 ...), empty where the name gives none.
        several: procedures that are not one and the same are listed (审核和验收).
        stages: 设立, 变更, 注销 ...; empty for a matter as a whole, also where all its stages are listed.
        grades: 甲级, 一类 ...
        scope: what brackets narrow the object to, and levels that belong to the object (省级).
        places: cities, counties and years.
    """

    text: str
    tidied: str
    frame: str
    listed: str
    acts: frozenset[str]
    several: bool
    stages: frozenset[str]
    grades: frozenset[str]
    scope: frozenset[str]
    places: frozenset[str]

    @once
    def wording(self) -> str:
        """The tidied name without places and years."""
        return _YEAR.sub("", lexicon().places.sub("", self.tidied)) if self.places else self.tidied

    @once
    def said(self) -> tuple[str | frozenset[str] | bool, ...]:
        """All of the name that is compared, but for its places."""
        return self.wording, self.listed, self.acts, self.several, self.stages, self.grades, self.scope

    @once
    def object(self) -> str:
        """What the matter is about."""
        return self.listed.replace(MARK, "")

    @once
    def core(self) -> str:
        """The object without words that do not tell objects apart."""
        core = lexicon().light.sub("", self.object)
        return core if len(core) >= SHORTEST_OBJECT else self.object

    @once
    def key(self) -> str:
        """What the object is looked up by."""
        return _key(self.object)

    @once
    def listed_core(self) -> str:
        """The core with a mark between the things that it lists."""
        core = lexicon().light.sub("", self.listed).strip(MARK)
        return core if len(core) >= SHORTEST_OBJECT else self.listed

    @once
    def letters(self) -> Counter[str]:
        """The core's characters, whatever their order."""
        return Counter(self.core)

    @once
    def plain(self) -> str:
        """The core's characters in order, without words that a rewording adds or drops."""
        words, text = lexicon(), _REASON.sub("", self.object).replace("人员", "员")
        return "".join(sorted(words.light.sub("", words.weak.sub("", text)))) or self.core

    @once
    def reason(self) -> str:
        """Why it is done, where the name says so."""
        return "".join(_REASON.findall(self.object))

    @once
    def written_out(self) -> frozenset[str]:
        """The characters of core and scope: equal where only brackets differ."""
        return frozenset(lexicon().weak.sub("", self.core)).union(*self.scope)

    @once
    def widened(self) -> tuple[str, ...]:
        """The core with the wider word in place of each narrower one, and with the still wider in place of that."""
        steps: list[str] = []
        last = self.core
        while (core := lexicon().wider.replaced(last)) != last and len(steps) < _WIDEST:
            steps.append(core)
            last = core
        return tuple(steps)

    @once
    def contrasts(self) -> Mapping[str, frozenset[str]]:
        """Contrast words of the object by group."""
        return lexicon().contrasting(self.object)

    @once
    def generic(self) -> bool:
        """The name says what is done, but not about what: 政策咨询."""
        return self.object in lexicon().generic or not self.object


def take_apart(name: str) -> NameParts:
    """Reads a name, ``事项`` or ``事项（子项）``, with the tables in use."""
    return _take_apart(name, lexicon())


@lru_cache(maxsize=262144)
def _take_apart(name: str, words: Lexicon) -> NameParts:
    """The parts, with the usual wording of an object that has several."""
    parts = _read(name, words)
    return _usual_wording(parts, _usual(words))


def _key(thing: str) -> str:
    """What an object is looked up by: a core that is long enough to tell, and the little words that are not little."""
    core = lexicon().light.sub("", thing)
    return "".join((core if len(core) >= _TELLING else thing, *(word for word in _HEAVY if word in thing)))


def _usual_wording(parts: NameParts, usual: Usual) -> NameParts:
    """The parts with the usual object; 设立动物诊疗机构 is 动物诊疗 as a whole, its change is that of 动物诊疗."""
    if (found := usual.get((parts.key, parts.stages))) is not None:
        return replace(parts, listed=found[0], stages=found[1])
    if (found := usual.get((parts.key, _WHOLE))) is not None:
        return replace(parts, listed=found[0])
    if MARK in parts.listed:
        things = (usual.get((_key(thing), _WHOLE), (thing, _WHOLE))[0] for thing in parts.listed.split(MARK))
        return replace(parts, listed=MARK.join(things))
    return parts


@lru_cache(maxsize=8)
def _usual(words: Lexicon) -> Usual:
    """Key and stages of the objects of the table -> the usual object and its stages.

    Objects that end with a procedure's word are read with another behind them as well: 保安服务 before 许可.
    """
    usual: dict[tuple[str, frozenset[str]], tuple[str, frozenset[str]]] = {}
    for word, standard in words.objects:
        for behind in ("", "许可", "备案") if _read(word, words).acts or _read(standard, words).acts else ("",):
            odd, even = _read(word + behind, words), _read(standard + behind, words)
            usual.setdefault((odd.key, odd.stages), (even.listed, even.stages))
    for (key, _), (listed, _) in list(usual.items()):
        usual.setdefault((key, _WHOLE), (listed, _WHOLE))
    return usual


def _read(name: str, words: Lexicon) -> NameParts:
    folded = fold(name[:LONGEST])
    outside, notes = without_brackets(LEVEL_NOTE.sub("", folded))
    main = text = words.titles.replaced(words.synonyms.replaced(marked(unframed(outside))))
    if (
        sub := next((note for note in notes if not note.inside and _is_name(note.text, main, words)), None)
    ) is not None:
        notes.remove(sub)
        text = marked(unframed(sub.text))
    stages = _stages(text, words) or _stages(main, words)
    places = frozenset((*words.places.findall(text), *_YEAR.findall(text)))
    text = _YEAR.sub("", words.places.sub("", text))
    changed = {"".join(pair).replace("更名", "名称") for pair in _CHANGED.findall(text)}
    grades, scope = _scope(text, notes, words)
    scope |= {f"{next(iter(changed))}变更"} if len(changed) == 1 else frozenset()
    said = " ".join(told(notes))
    text = one_mark(_LEVEL_SCOPE.sub("", words.grades.removed(words.stages.removed(text))))
    head = without_acts(words.synonyms.replaced(text))
    return NameParts(
        folded,
        tidy_name(name),
        frame_of(outside),
        head.subject,
        head.acts,
        head.several,
        _life(_noted(stages, words.stages.found(said))),
        grades | words.grades.found(said),
        scope,
        places,
    )


def _stages(text: str, words: Lexicon) -> frozenset[str]:
    """The stages that a text names; a list that begins with the procedure begins with the first grant."""
    text = _NOT_A_STAGE.sub("", text)
    found = words.stages.found(text)
    return found | {"设立"} if found and _FIRST_GRANT.search(text) else found


def _noted(stages: frozenset[str], noted: frozenset[str]) -> frozenset[str]:
    """What brackets say of the stage; 养老机构设立许可（变更） is a change of what was set up."""
    return noted if noted and stages == {"设立"} else stages | noted


def _life(stages: frozenset[str]) -> frozenset[str]:
    """No stage in particular where the whole life of a permit is listed."""
    return frozenset() if len(stages) >= _WHOLE_LIFE and "设立" in stages else stages


def _scope(text: str, notes: list[Note], words: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Grades of the text; levels of the text and what notes narrow the object to."""
    narrowing = (_narrowing(note, words) for note in told(notes))
    return words.grades.found(text), frozenset({*_LEVEL_SCOPE.findall(text), *filter(None, narrowing)})


def _is_name(note: str, main: str, words: Lexicon) -> bool:
    """Whether a note is a sub-item's name of its own: a decision on an object, or the main item's object in full."""
    head = without_acts(bare(words.stages.removed(note)))
    if len(head.subject) <= SHORTEST_OBJECT:
        return False
    return bool(head.acts & _DECISIONS) or (bool(head.acts) and bare(note)[:_SAME_START] == bare(main)[:_SAME_START])


def _narrowing(note: str, words: Lexicon) -> str:
    """What is left of a note without stages and grades."""
    rest = bare(unframed(words.grades.removed(words.stages.removed(note))))
    named = words.stages.found(note) and rest in _GOING_ON
    if named or rest in words.acts.meaning or not words.light.sub("", rest):
        return ""
    return without_acts(words.synonyms.replaced(rest)).subject if len(rest) > 1 else rest
