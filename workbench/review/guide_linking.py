"""Links the guides of a file with those that the unit sent before, so that each keeps its id and its history."""

from collections.abc import Callable, Collection, Sequence

from workbench import matching
from workbench.records import ELEMENTS, MATERIALS, Guide, GuideEntry, Link, Relation, RowChange, RowState
from workbench.records.tidy import bare, fold
from workbench.review.identity import new_guide_id


def continued(
    entries: Sequence[GuideEntry], current: Sequence[GuideEntry], taken: Collection[str]
) -> tuple[list[tuple[str, int]], list[RowChange]]:
    """Id and round of each guide of a file, and what became of each since its last round.

    Args:
        entries: the guides as read, without id.
        current: the unit's current guides.
        taken: every id that a guide of the unit ever had.
    """
    linked: dict[int, tuple[int, Link]] = {}
    for link, alike in _WAYS:
        _link(linked, entries, current, alike, link)
    places, changes, given = [], [], set(taken)
    for at, entry in enumerate(entries):
        if at in linked:
            before, link = current[linked[at][0]], linked[at][1]
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
    linked: dict[int, tuple[int, Link]],
    entries: Sequence[GuideEntry],
    current: Sequence[GuideEntry],
    alike: Callable[[GuideEntry, GuideEntry], bool],
    link: Link,
) -> None:
    """Link guides that are alike, in their order, one to one."""
    used = {to for to, _ in linked.values()}
    by_name = _by_name(current)
    for at, entry in enumerate(entries):
        if at in linked:
            continue
        places = by_name.get(bare(entry.guide.name), ()) if link is Link.NAME else range(len(current))
        found = next((to for to in places if to not in used and alike(entry, current[to])), None)
        if found is not None:
            linked[at] = found, link
            used.add(found)


def _by_name(guides: Sequence[GuideEntry]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for to, each in enumerate(guides):
        found.setdefault(bare(each.guide.name), []).append(to)
    return found


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
    relation = matching.compare(_named(entry), _named(before)).relation
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


_WAYS = ((Link.NAME, _same_name), (Link.LIKENESS, _renamed))
