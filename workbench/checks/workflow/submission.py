"""What the workflow data of a submission tells (rule book, section 8: ``meta``); an absent key is unknown."""

import re
from datetime import date

from workbench.checks.item import Item
from workbench.checks.workflow.deadlines import STAGES, Stage
from workbench.records.tidy import fold

_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})")
GUIDE = "指南"


def text(item: Item, key: str) -> str:
    """A value as folded text; blank where it is absent or is no text."""
    value = item.meta.get(key) if item.meta else None
    return fold(value) if isinstance(value, str) else ""


def texts(item: Item, key: str) -> tuple[str, ...] | None:
    """A list of texts; None where it is absent. One text is a list of one."""
    value = item.meta.get(key) if item.meta else None
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else None


def denied(item: Item, key: str) -> bool:
    """Whether a yes-or-no value says no; an absent one says nothing."""
    return item.meta is not None and item.meta.get(key) is False


def day(item: Item) -> date | None:
    """The date of the submission or of the check; None where it is absent or no date."""
    found = _DAY.search(text(item, "date"))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def stage(item: Item) -> Stage | None:
    """The stage of section 4, where one is named."""
    return STAGES.get(text(item, "stage"))


def is_guide(item: Item) -> bool:
    """Whether a guide is submitted, and not a catalogue."""
    return GUIDE in text(item, "kind") or text(item, "stage").startswith("S2-G")


def is_catalogue(item: Item) -> bool:
    """Whether a catalogue is submitted; False also where nothing tells."""
    told = text(item, "kind") or text(item, "catalogue") or text(item, "stage").startswith(("S2-P", "S2-C"))
    return bool(told) and not is_guide(item)


def is_city_set(item: Item) -> bool:
    """Whether a city submits its 市设目录."""
    return text(item, "catalogue").startswith("市设") or text(item, "stage").startswith("S2-C")


def unit(item: Item) -> str:
    """The unit that files, as printed; blank where unknown."""
    value = (item.meta or {}).get("org") or item.org
    return value if isinstance(value, str) else ""


def events(item: Item) -> tuple[frozenset[str], ...] | None:
    """What happened, in order; what happened in parallel stands in one set. None where unknown."""
    told = texts(item, "events")
    return None if told is None else tuple(frozenset(map(fold, each.split("|"))) for each in told)


def place(steps: tuple[frozenset[str], ...], event: str) -> int | None:
    """Where an event first stands; None where it has not happened."""
    return next((number for number, step in enumerate(steps) if event in step), None)


def comes_before(steps: tuple[frozenset[str], ...], first: str, then: str) -> bool:
    """Whether ``first`` has happened before ``then``, and not in parallel with it. ``then`` must have happened."""
    start, end = place(steps, first), place(steps, then)
    return start is not None and end is not None and start < end
