"""The comparison in words that a reviewer can read out."""

from collections.abc import Iterator

from workbench.matching.basis import BasisMatch, shown
from workbench.matching.evidence import ActMatch, Evidence, ObjectMatch, SetMatch, conflict

#: Provisions that a reason names.
_SHOWN = 3


def reasons(seen: Evidence) -> tuple[str, ...]:
    """One sentence a part, those of the name first, then basis, level and region."""
    return tuple(sentence for part in (_name, _stages, _sets, _basis, _context) for sentence in part(seen))


def _name(seen: Evidence) -> Iterator[str]:
    if seen.siblings:
        yield "两者属于同一主项。"
    if seen.generic and not seen.same_org:
        yield "名称是各部门通用的说法，没有写明对象，不据此判断重复。"
    if seen.identical:
        yield f"名称相同：“{seen.one.name.tidied}”。"
        return
    yield _object(seen)
    yield from _acts(seen)


def _object(seen: Evidence) -> str:
    one, two = seen.one.name.object, seen.two.name.object
    if one == two:
        return f"对象“{one}”相同。"
    if seen.object is ObjectMatch.SAME:
        return f"对象“{one}”与“{two}”说法不同，所指相同。"
    if words := conflict(seen.one.name.contrasts, seen.two.name.contrasts):
        return f"对象不同：一为“{words[0]}”，一为“{words[1]}”。"
    if seen.object is ObjectMatch.WITHIN:
        narrow, wide = (one, two) if len(seen.one.name.core) > len(seen.two.name.core) else (two, one)
        return f"对象“{narrow}”比“{wide}”多了限定，可能包含在其中。"
    likeness = "对象相近" if seen.object is ObjectMatch.SIMILAR else "对象不同"
    return f"{likeness}：“{one}”与“{two}”。"


def _acts(seen: Evidence) -> Iterator[str]:
    one, two = seen.one.name.acts, seen.two.name.acts
    if not one or not two:
        return
    if one == two:
        yield f"行为“{_listed(one)}”相同。"
    elif seen.acts is ActMatch.APART:
        yield f"行为不同：“{_listed(one)}”与“{_listed(two)}”。"
    else:
        yield f"行为相近：“{_listed(one)}”与“{_listed(two)}”。"


def _stages(seen: Evidence) -> Iterator[str]:
    yield from _pair("办理环节", seen.one.name.stages, seen.two.name.stages, seen.stages)


def _sets(seen: Evidence) -> Iterator[str]:
    yield from _pair("等级类别", seen.one.name.grades, seen.two.name.grades, seen.grades)
    yield from _pair("限定范围", seen.one.name.scope, seen.two.name.scope, seen.scope)


def _pair(what: str, one: frozenset[str], two: frozenset[str], match: SetMatch) -> Iterator[str]:
    if not one and not two:
        return
    if match is SetMatch.EQUAL:
        yield f"{what}“{_listed(one)}”相同。"
    elif match is SetMatch.APART:
        yield f"{what}不同：“{_listed(one)}”与“{_listed(two)}”。"
    elif not one or not two:
        yield f"一方限于{what}“{_listed(one or two)}”，另一方没有限定。"
    else:
        yield f"{what}部分相同：“{_listed(one)}”与“{_listed(two)}”。"


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
