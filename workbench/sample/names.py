"""Names of matters made from the templates of the tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from workbench.sample.vocabulary import table, words

_SLOT = re.compile(r"\{([^}]*)\}|\[([^\]]*)\]")
_FRAME = re.compile(r"^(?:对(?P<of>.+)|(?P<plain>.+))的(?P<act>[^的]{2,3})$")
#: Frames with a bracket in the object: 对…（…）的登记, …（…）的给付.
_FRAMED = {"确认", "给付", "征收"}
_VERB_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Stages:
    """A set of stages: the head verb of its names, the pattern of a staged name, and the stages."""

    act: str
    pattern: str
    words: tuple[str, ...]


@cache
def stages() -> dict[str, Stages]:
    """The sets of stages by name."""
    return {line["stage"]: Stages(line["act"], line["pattern"], words(line["words"])) for line in table("stages")}


def expanded(template: str) -> tuple[str, ...]:
    """``[地下水|地表水]取水许可`` -> 地下水取水许可, 地表水取水许可; slots are written {…} or […]."""
    parts = _SLOT.split(template)
    choices = [
        (parts[at],) if at % 3 == 0 else words(parts[at] or "") for at in range(len(parts)) if parts[at] is not None
    ]
    return tuple("".join(chosen) for chosen in product(*choices))


def variants(name: str, spec: str) -> tuple[str, ...]:
    """The sub-items of a main item: ``template@stages``, where either part may be absent."""
    if not spec:
        return ()
    template, _, stage = spec.partition("@")
    bases = expanded(template) if template else (name,)
    return tuple(staged for base in bases for staged in _staged(base, stage)) if stage else bases


def _staged(base: str, stage: str) -> list[str]:
    """One name a stage."""
    chosen = stages()[stage]
    if stage in _FRAMED and (frame := _FRAME.match(base)):
        stem, act = frame["of"] or frame["plain"], frame["act"]
        return [chosen.pattern.format(stem=stem, word=word, act=act) for word in chosen.words]
    stem = base.removesuffix(chosen.act)
    return [chosen.pattern.format(stem=_unlike(stem, word), word=word) for word in chosen.words]


def _unlike(stem: str, word: str) -> str:
    """The stem without an ending that the stage would say again: 价格政策 + 政策咨询."""
    return stem.removesuffix(word) if len(word) == _VERB_LENGTH else stem


def services(item_type: str, name: str, spec: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The services around a matter: counsel on it, and what can be looked up for each of its kinds as sub-items."""
    line = next((line for line in table("services") if line["item_type"] == item_type), None)
    if line is None:
        return
    template = spec.partition("@")[0]
    subjects = [subject(base) for base in (expanded(template) if template else (name,))]
    yield subject(name) + line["counsel"], ()
    enquiries = tuple(each + enquiry for each in subjects for enquiry in words(line["enquiries"]))
    yield subject(name) + line["enquiry"], enquiries


def subject(name: str) -> str:
    """What a matter is about, to put a service behind: 对工伤的认定 -> 工伤认定, 营业执照核发 -> 营业执照."""
    frame = _FRAME.match(name)
    if frame:
        return f"{frame['of']}{frame['act']}" if frame["of"] else frame["plain"]
    return name.removesuffix("核发").removesuffix("签发")


def placed(name: str, place: str) -> str:
    """The name narrowed to a place: 沈阳市和平区取水许可, 对沈阳市和平区工伤的认定."""
    return f"对{place}{name[1:]}" if name.startswith("对") and "的" in name else place + name


def reworded(name: str) -> str:
    """The same matter in other words, as another department would write it."""
    frame = re.fullmatch(r"对(.+)的(认定|登记|确认|鉴定|评定)", name)
    if frame:
        return f"{frame[1]}{frame[2]}"
    for act, other in (("咨询", "咨询服务"), ("许可证核发", "许可"), ("许可", "许可证核发"), ("审批", "许可审批")):
        if name.endswith(act):
            return name.removesuffix(act) + other
    head, verb = name[:-_VERB_LENGTH], name[-_VERB_LENGTH:]
    return head.removesuffix("的") + verb if head.endswith("的") else f"{head}的{verb}"
