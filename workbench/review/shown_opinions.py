"""The opinion as a returns workbook shows it: with what a verdict names beside it, a line each."""

from dataclasses import dataclass, replace

from workbench.records import Event


@dataclass(frozen=True, slots=True)
class ShownOpinion:
    """An opinion and what a verdict names beside it."""

    opinion: str
    lead_unit: str | None = None
    target_type: str | None = None
    target_level: str | None = None


_LABELS = {"lead_unit": "牵头单位：", "target_type": "规范类型为：", "target_level": "下放层级："}


def shown(event: Event) -> str:
    """The opinion, then the unit that keeps the matter, its new type or its new level where the verdict names one."""
    named = [f"{label}{value}" for name, label in _LABELS.items() if (value := getattr(event, name))]
    return "\n".join(filter(None, (event.opinion, *named)))


def taken_apart(text: str) -> ShownOpinion:
    """The opinion and what is named in the lines below it."""
    found = ShownOpinion(text.strip())
    while True:
        above, _, last = found.opinion.rpartition("\n")
        name = next((name for name, label in _LABELS.items() if last.startswith(label)), None)
        if name is None or getattr(found, name):
            return found
        found = replace(found, opinion=above.strip(), **{name: last.removeprefix(_LABELS[name]).strip()})
