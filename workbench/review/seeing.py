"""What stands in the place of secret matters (涉密) for those who may not see them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.records import HIDDEN, Comparison, Event, Finding, Matter, Pair, masked, whole

#: Names shorter than this are words that other matters use, too.
_LEAST_NAME = 4


def shown_matters(matters: Iterable[Matter], hidden: Collection[str]) -> list[Matter]:
    """The matters, of hidden ones unit, kind and id alone."""
    return [masked(each) if each.item in hidden else each for each in matters]


def shown_pairs(pairs: Iterable[Pair], hidden: Collection[str]) -> list[Pair]:
    """The pairs; one with a hidden side keeps what the two are to each other, and no word of why."""
    return [replace(each, comparison=_bare(each.comparison)) if _touches(each, hidden) else each for each in pairs]


def shown_events(events: Iterable[Event], pairs: Iterable[Pair], hidden: Collection[str]) -> list[Event]:
    """The events without those on hidden items, on their parts, and on pairs with one of them."""
    closed = {each.pair for each in pairs if _touches(each, hidden)} | set(hidden)
    return [each for each in events if whole(each.item) not in closed]


def _touches(pair: Pair, hidden: Collection[str]) -> bool:
    return pair.a in hidden or pair.b in hidden


def _bare(comparison: Comparison) -> Comparison:
    return replace(comparison, reasons=(f"另一方为{HIDDEN}，不显示",))


def without_secrets(
    found: Mapping[str, Sequence[Finding]], units: Mapping[str, str], secret: Iterable[Matter]
) -> dict[str, tuple[Finding, ...]]:
    """The findings across items, in which no unit reads the name of another unit's secret matter.

    Args:
        found: findings by item, or by unit where the whole file is meant.
        units: the unit of each item (a unit stands for itself).
        secret: the matters whose names must not be read elsewhere.
    """
    names = [(each.unit, name) for each in secret for name in _names(each)]
    names.sort(key=lambda entry: -len(entry[1]))
    if not names:
        return {item: tuple(some) for item, some in found.items()}
    return {
        item: tuple(_without(each, [name for unit, name in names if unit != units.get(item)]) for each in some)
        for item, some in found.items()
    }


def _names(matter: Matter) -> set[str]:
    row = matter.row
    return {name for name in (row.full_name, row.item_name, row.sub_item_name) if name and len(name) >= _LEAST_NAME}


def _without(finding: Finding, names: Iterable[str]) -> Finding:
    message, correction = finding.message, finding.correction
    for name in names:
        message = message.replace(name, HIDDEN)
        correction = None if correction and name in correction else correction
    return replace(finding, message=message, correction=correction)
