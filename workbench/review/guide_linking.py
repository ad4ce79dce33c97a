"""Links the guides of a file with those that the unit sent before, so that each keeps its id and its history."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from workbench import matching
from workbench.records import ELEMENTS, MATERIALS, Guide, GuideEntry, Link, Relation, RowChange, RowState
from workbench.records.tidy import bare, fold
from workbench.review.identity import new_guide_id


class Former:
    """The current guides of one unit, found by name, by code and by place; with every id that one of its guides had."""

    def __init__(self, current: Iterable[GuideEntry], ever: Collection[str]) -> None:
        """``current`` in the order of submission and place."""
        self.ever = set(ever)
        self._guides: dict[str, tuple[int, GuideEntry]] = {}
        self._found: dict[object, dict[str, None]] = defaultdict(dict)
        self._count = count()
        self.add(current)

    def add(self, entries: Iterable[GuideEntry]) -> None:
        """Take in guides that have come now, each in place of its former round."""
        for entry in entries:
            self.ever.add(entry.item)
            if entry.item in self._guides:
                for key in _keys(self._guides[entry.item][1]):
                    self._found[key].pop(entry.item, None)
            self._guides[entry.item] = next(self._count), entry
            for key in _keys(entry):
                self._found[key][entry.item] = None

    def of(self, item: str) -> GuideEntry | None:
        """The guide of this id."""
        return self._guides[item][1] if item in self._guides else None

    def named(self, entry: GuideEntry) -> list[GuideEntry]:
        """Those of the guide's name, in their order."""
        return self._at([_name(entry)])

    def near(self, entry: GuideEntry) -> list[GuideEntry]:
        """Those under the guide's code or at its place, in their order."""
        return self._at([key for key in _keys(entry) if key != _name(entry)])

    def _at(self, keys: Sequence[object]) -> list[GuideEntry]:
        items = {item for key in keys for item in self._found.get(key, ())}
        return [entry for _, entry in sorted((self._guides[item] for item in items), key=lambda found: found[0])]


def _name(entry: GuideEntry) -> object:
    return "name", bare(entry.guide.name)


def _keys(entry: GuideEntry) -> list[object]:
    """What a guide can be found by."""
    code, place = _filled(entry, "基本编码"), entry.place
    return [_name(entry), ("place", place.file, place.sheet, place.cell), *([("code", code)] if code else ())]


def continued(
    entries: Sequence[GuideEntry], former: Former, told: Mapping[int, str] | None = None
) -> tuple[list[tuple[str, int]], list[RowChange]]:
    """Id and round of each guide of a file, as read without id, and what became of each since its last round.

    ``told`` are the ids that the file itself carries (说明 of a returns workbook), by the guide's place in it.
    """
    before_of = {at: former.of(item) for at, item in (told or {}).items()}
    linked = {at: (before, Link.TOLD) for at, before in before_of.items() if before is not None}
    for alike, link, near in ((_same_name, Link.NAME, former.named), (_renamed, Link.LIKENESS, former.near)):
        _link(linked, entries, near, alike, link)
    places, changes, given = [], [], set(former.ever)
    for at, entry in enumerate(entries):
        if at in linked:
            before, link = linked[at]
            fields = changed_elements(entry.guide, before.guide)
            state = RowState.CHANGED if fields else RowState.SAME
            places.append((before.item, before.round + 1))
            changes.append(RowChange(before.item, state, fields, link))
        else:
            item = new_guide_id(entry.unit, entry.guide, given)
            given.add(item)
            places.append((item, 1))
            changes.append(RowChange(item, RowState.NEW))
    return places, changes


def changed_elements(now: Guide, before: Guide) -> tuple[str, ...]:
    """The elements whose text differs, in the order of the form; materials and steps count as their element's text."""
    tables = {MATERIALS: now.materials != before.materials, "办理流程": now.steps != before.steps}
    names = [element.name for element in ELEMENTS]
    return tuple(
        name for name in names if (now.text(name) or "") != (before.text(name) or "") or tables.get(name, False)
    )


def _link(
    linked: dict[int, tuple[GuideEntry, Link]],
    entries: Sequence[GuideEntry],
    near: Callable[[GuideEntry], Sequence[GuideEntry]],
    alike: Callable[[GuideEntry, GuideEntry], bool],
    link: Link,
) -> None:
    """Link guides that are alike, in their order, one to one."""
    used = {before.item for before, _ in linked.values()}
    for at, entry in enumerate(entries):
        if at in linked:
            continue
        found = next((before for before in near(entry) if before.item not in used and alike(entry, before)), None)
        if found is not None:
            linked[at] = found, link
            used.add(found.item)


def _same_name(entry: GuideEntry, before: GuideEntry) -> bool:
    """One name; not if the code and the body or level differ, too: then the unit has two guides of one name."""
    if not bare(entry.guide.name):
        return False
    return not (
        _differ(entry, before, "实施编码")
        and (_differ(entry, before, "实施机构") or _differ(entry, before, "行使层级"))
    )


def _renamed(entry: GuideEntry, before: GuideEntry) -> bool:
    """Names that are one matter's, under one code or at one place.

    Only 基本编码 tells a matter; 实施编码 can be that of all guides of one body (附件2 三(二)2).
    """
    here, there = entry.place, before.place
    code = bool(_filled(entry, "基本编码")) and _filled(entry, "基本编码") == _filled(before, "基本编码")
    place = (here.file, here.sheet, here.cell) == (there.file, there.sheet, there.cell)
    if not code and not place:
        return False
    relation = matching.compare(_named(entry), replace(_named(before), listing="上一轮")).relation
    return relation is Relation.SAME or (code and place and relation is not Relation.DIFFERENT)


def _named(entry: GuideEntry) -> matching.Named:
    return matching.Named(entry.guide.name, entry.unit, entry.guide.text("设定依据"))


def _differ(entry: GuideEntry, before: GuideEntry, name: str) -> bool:
    here, there = _filled(entry, name), _filled(before, name)
    return bool(here and there) and here != there


def _filled(entry: GuideEntry, name: str) -> str:
    """The text of an element; blank where it says what the form prints for codes (暂不填写)."""
    text = fold(entry.guide.text(name) or "")
    return "" if "填写" in text else text
