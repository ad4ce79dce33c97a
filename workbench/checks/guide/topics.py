"""Which options of the two printed lists of 事项类型 (附件2 三(一)2) a guide has chosen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.ticks import Choice, chosen
from workbench.records import Guide, Span
from workbench.records.tidy import bare, fold
from workbench.records.topics import LEGAL_TOPICS, NATURAL_TOPICS

FIELD = "事项类型"
#: The form misprints one option.
_MISPRINTS = {"人注销": "法人注销"}
#: An option of the list 面向自然人 by what stands in its brackets.
_NATURAL_NOTES = ("社会保险", "社会救助", "个体工商户", "人类生命周期")
_LEGAL_NOTES = ("法人生命周期",)


@dataclass(frozen=True, slots=True)
class Topic:
    """One chosen option: its printed name, as written, where it stands, and the list it comes from where that is known."""

    name: str
    written: str
    span: Span | None
    group: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The lists that it may come from; none for an option that is not printed."""
        if self.group:
            return (self.group,)
        lists = (("自然人", NATURAL_TOPICS, _NATURAL_NOTES), ("法人", LEGAL_TOPICS, _LEGAL_NOTES))
        noted = tuple(group for group, _, notes in lists if any(note in self.written for note in notes))
        return noted or tuple(group for group, options, _ in lists if self.name in options)


def topics(guide: Guide) -> list[Topic]:
    """Every chosen option, of the element's text and of the two lists where they are known, each once in its list."""
    text = guide.text(FIELD) or ""
    listed = list(_listed(guide))
    groups: dict[str, list[str]] = {}
    for topic in listed:
        groups.setdefault(topic.name, []).append(topic.group)
    written = [
        Topic(name, choice.text, choice.span, group)
        for choice in chosen(text)
        for name in (_printed(choice),)
        for group in groups.get(name, [choice.group])
    ]
    seen = {topic.name for topic in written}
    return written + [topic for topic in listed if topic.name not in seen]


def is_known(guide: Guide) -> bool:
    """Whether the guide says anything of its topics: the element, or one of the two lists."""
    return not (guide.text(FIELD) is None and guide.topics_natural is None and guide.topics_legal is None)


def _listed(guide: Guide) -> Iterator[Topic]:
    for group, options in (("自然人", guide.topics_natural), ("法人", guide.topics_legal)):
        for written in options or ():
            for choice in chosen(written):
                yield Topic(_printed(choice), choice.text, None, group)


def _printed(choice: Choice) -> str:
    name = re.sub(r"等$", "", bare(choice.name)) or bare(choice.text)
    name = re.sub(r"^\d+", "", name)
    return _MISPRINTS.get(fold(name), fold(name))
