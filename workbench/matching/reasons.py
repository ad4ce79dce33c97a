"""The comparison in words that a reviewer can read out."""

from collections.abc import Iterator

from workbench.matching.basis import BasisMatch, shown
from workbench.matching.evidence import Evidence
from workbench.matching.facets import ActMatch, Facet, SetMatch, Wider
from workbench.matching.levels import HELD_APART, Level
from workbench.matching.objects import ObjectMatch
from workbench.records.tidy import bare

_BESIDE = "同一单位把两者用不同名称分别列出，是重复列入还是两个事项，请核对办理内容。"
#: Provisions that a reason names.
_SHOWN = 3


def reasons(seen: Evidence, level: Level) -> tuple[str, ...]:
    """One sentence a part, those of the name first, then why it is left open, basis, level and region."""
    of_names = (sentence for part in (_name, _stages, _sets, _whole) for sentence in part(seen))
    of_context = (sentence for part in (_basis, _context) for sentence in part(seen))
    return *of_names, *((_BESIDE,) if level.label == HELD_APART else ()), *of_context


def _name(seen: Evidence) -> Iterator[str]:
    if seen.siblings:
        yield "两者属于同一主项。"
    if seen.generic and not seen.same_org:
        yield "名称是各部门通用的说法，没有写明对象，不据此判断重复。"
    if seen.identical and seen.object is not ObjectMatch.CONTRAST:
        one, two = (bare(side.name.text) for side in (seen.one, seen.two))
        yield f"名称相同：“{one}”。" if one == two else f"名称“{one}”与“{two}”只是写法不同。"
        return
    yield _object(seen)
    yield from _acts(seen)


def _object(seen: Evidence) -> str:
    one, two = seen.one.name.object, seen.two.name.object
    if words := seen.objects.parted_by:
        return f"对象不同：一为“{words[0]}”，一为“{words[1]}”{_by_field(seen, words)}。"
    if one == two and seen.object is ObjectMatch.SAME:
        printed = all(one in bare(side.name.text) for side in (seen.one, seen.two))
        listed = seen.one.name.listed
        return f"对象“{listed}”相同。" if printed else f"两个名称说的对象都是“{listed}”。"
    one, two = seen.one.name.listed, seen.two.name.listed
    narrow, wide = (one, two) if seen.objects.wider is Wider.SECOND else (two, one)
    implied = _by_field(seen, (seen.one.implied, seen.two.implied))
    return {
        ObjectMatch.SAME: f"对象“{one}”与“{two}”说法不同，所指相同{implied}。",
        ObjectMatch.REWORDED: f"对象“{one}”与“{two}”只有个别虚泛的字词不同。",
        ObjectMatch.WITHIN: f"对象“{narrow}”比“{wide}”多了限定，可能包含在其中。",
        ObjectMatch.LISTED: f"“{wide}”列举了几项，“{narrow}”是其中之一。",
        ObjectMatch.SIMILAR: f"对象相近：“{one}”与“{two}”。",
    }.get(seen.object, f"对象不同：“{one}”与“{two}”。")


def _by_field(seen: Evidence, words: tuple[str, str]) -> str:
    """Says so where a word is not in the name but follows from the unit's field."""
    sides = [side for side in (seen.one, seen.two) if side.implied and side.implied in words]
    return "".join(f"（{side.named.org}所称“{side.name.object}”指{side.implied}）" for side in sides)


def _acts(seen: Evidence) -> Iterator[str]:
    one, two = seen.one.name.acts, seen.two.name.acts
    if not one or not two:
        return
    if one == two:
        yield f"行为“{_listed(one)}”相同。"
    elif seen.acts is ActMatch.WITHIN:
        yield f"一方合并列出行为“{_listed(one | two)}”，另一方只有“{_listed(one & two)}”。"
    elif seen.acts is ActMatch.APART:
        yield f"行为不同：“{_listed(one)}”与“{_listed(two)}”。"
    else:
        yield f"行为相近：“{_listed(one)}”与“{_listed(two)}”。"


def _stages(seen: Evidence) -> Iterator[str]:
    yield from _pair("办理环节", seen.one.name.stages, seen.two.name.stages, seen.stages)
    if seen.same_org and seen.object is ObjectMatch.SAME and seen.stages.match is SetMatch.WITHIN and not seen.crossing:
        yield "同一单位把两者分别列出，没有写明环节的一项应指首次办理。"


def _sets(seen: Evidence) -> Iterator[str]:
    one, two = seen.one, seen.two
    yield from _pair("等级类别", one.name.grades, two.name.grades, seen.grades)
    if not seen.written_alike:
        yield from _pair("限定范围", one.name.scope, two.name.scope, seen.scope)
    yield from _pair("地区或年度", one.places, two.places, seen.places)


def _pair(what: str, one: frozenset[str], two: frozenset[str], facet: Facet) -> Iterator[str]:
    if not one and not two:
        return
    if facet.match is SetMatch.EQUAL:
        yield f"{what}“{_listed(one)}”相同。"
    elif facet.match is SetMatch.APART:
        yield f"{what}不同：“{_listed(one)}”与“{_listed(two)}”。"
    elif not one or not two:
        yield f"一方限于{what}“{_listed(one or two)}”，另一方没有限定。"
    else:
        yield f"{what}部分相同：“{_listed(one)}”与“{_listed(two)}”。"


def _whole(seen: Evidence) -> Iterator[str]:
    if seen.crossing and seen.object is not ObjectMatch.CONTRAST:
        yield "双方各有对方没有的限定，互不包含。"


def _basis(seen: Evidence) -> Iterator[str]:
    if seen.basis is BasisMatch.SHARED:
        common = sorted(seen.one.grounds.provisions & seen.two.grounds.provisions)
        yield f"引用同一条款：{'、'.join(map(shown, common[:_SHOWN]))}{'等' if len(common) > _SHOWN else ''}。"
    elif seen.basis is BasisMatch.OTHER_ARTICLE:
        yield "引用同一法规的不同条款。"
    elif seen.basis is BasisMatch.APART:
        yield "设定依据没有相同的法规。"


def _context(seen: Evidence) -> Iterator[str]:
    one, two = seen.one.named, seen.two.named
    if one.level and two.level and one.level != two.level:
        yield f"行使层级不同（{one.level}、{two.level}），同一事项分级行使不算重复。"
    if one.region and two.region and one.region != two.region:
        yield f"所在区域不同（{one.region}、{two.region}），同一事项分区域行使不算重复。"


def _listed(words: frozenset[str]) -> str:
    return "、".join(sorted(words))
