"""One unit's catalogue: its main items as rows, with faults planted in some of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from workbench.records import Row, Unit
from workbench.sample.drafts import Draft, kind_of, office
from workbench.sample.duplicates import Copy
from workbench.sample.faults import FAULTS, Fault, Subject
from workbench.sample.plan import Pick
from workbench.sample.statutes import cell
from workbench.workbooks import MainItem

_REMARKS = ("按年度计划组织实施", "跨市的由省级办理", "可在省政务服务网咨询", "随时受理")
_REMARKED = 0.05
#: Rows that are looked at to find one that a fault fits.
_TRIES = 400


@dataclass(slots=True)
class Item:
    """A main item on its way into the workbook; ``rows`` are its sub-items, or itself alone."""

    draft: Draft
    name: str
    subs: tuple[str, ...]
    copy: Copy | None = None
    remarks: str = ""
    faults: dict[int, tuple[Fault, dict[str, str]]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Rows that it takes."""
        return max(1, len(self.subs))


def compose(picks: Sequence[Pick], copies: Sequence[Copy], chance: Random) -> list[Item]:
    """The unit's items in their order, copies among them, some with a harmless remark."""
    items = [Item(pick.draft, pick.name, pick.subs) for pick in picks]
    for copy in copies:
        items.insert(chance.randint(0, len(items)), Item(copy.draft, copy.draft.name, copy.draft.variants, copy))
    for item in items:
        if chance.random() < _REMARKED:
            item.remarks = chance.choice(_REMARKS)
    return items


class Planter:
    """Plants faults unit by unit, always the kind planted least so far that fits."""

    def __init__(self, repeated: frozenset[tuple[str, str]]) -> None:
        """``repeated``: matters (unit, name) that a copy repeats and that stay correct."""
        self.repeated = repeated
        self.done = dict.fromkeys(FAULTS, 0)

    def plant(self, unit: Unit, items: Sequence[Item], count: int, chance: Random) -> None:
        """Plant ``count`` faults, each in a row of its own, as far as there are rows that they fit."""
        free = [
            (item, at, _subject(unit, item, at, chance))
            for item in items
            if item.copy is None and (unit.name, item.name) not in self.repeated
            for at in range(item.size)
        ]
        chance.shuffle(free)
        for _ in range(count):
            for fault in sorted(FAULTS, key=self.done.__getitem__):
                if self._plant(fault, free):
                    break

    def _plant(self, fault: Fault, free: list[tuple[Item, int, Subject]]) -> bool:
        for place in range(len(free) - 1, max(-1, len(free) - 1 - _TRIES), -1):
            item, at, subject = free[place]
            if fault.fits(subject):
                item.faults[at] = (fault, fault.change(subject))
                self.done[fault] += 1
                del free[place]
                return True
        return False


def _subject(unit: Unit, item: Item, at: int, chance: Random) -> Subject:
    name = item.subs[at] if item.subs else item.name
    single = not item.subs
    return Subject(unit, kind_of(unit), item.draft, office(unit, item.draft), name, single, chance)


def main_items(unit: Unit, items: Sequence[Item]) -> Iterator[MainItem]:
    """The items as the workbook's writer takes them, numbered from 1."""
    for seq, item in enumerate(items, start=1):
        main = Row(
            seq=str(seq),
            item_name=item.name,
            sub_item_name="",
            item_type=item.draft.item_type,
            legal_basis=cell(item.draft.provisions),
            levels_and_departments=office(unit, item.draft).levels(item.draft.levels),
            remarks=item.remarks,
        )
        if not item.subs:
            yield MainItem(_changed(main, item, 0))
            continue
        subs = tuple(_changed(Row(sub_item_name=name), item, at) for at, name in enumerate(item.subs))
        yield MainItem(main, subs)


def _changed(row: Row, item: Item, at: int) -> Row:
    """The row with its fault, where it has one."""
    change: dict[str, Any] = dict(item.faults[at][1]) if at in item.faults else {}
    return replace(row, **change)
