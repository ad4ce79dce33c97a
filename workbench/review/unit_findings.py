"""What the corpus tells of a unit as a whole, which no single row can bear."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench import checks
from workbench.records import Finding, Matter

#: Rules that say what a unit did not hand in.
_MISSING = ("SCOPE-COMPLETE", "SCOPE-CENTRAL-MISSING")
_WITHOUT_GUIDE = "GUIDE-PER-ITEM"
#: From so many rows, and this share of all, on, guides are still coming in: one sentence says it better than every row.
_MANY, _SHARE = 10, 0.2
_NAMED = 5


def of_units(matters: Sequence[Matter], context: checks.Context) -> dict[str, tuple[Finding, ...]]:
    """By unit, what the reference lists have and its catalogues do not."""
    by_unit: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        by_unit[matter.unit].append(matter)
    wanted = [code for code in _MISSING if _could_say(code, context)]
    if not wanted:
        return {}
    found = {
        unit: checks.run(checks.Item(rows=tuple(m.row for m in mine), org=unit), context, wanted).findings
        for unit, mine in by_unit.items()
    }
    return {unit: some for unit, some in found.items() if some}


def _could_say(code: str, context: checks.Context) -> bool:
    """Whether a list that the rule asks for is loaded."""
    rule = checks.by_code(code)
    return rule is not None and any(context.has(name) for name in rule.needs)


def gathered(
    found: Mapping[str, Sequence[Finding]], matters: Sequence[Matter]
) -> tuple[dict[str, tuple[Finding, ...]], dict[str, tuple[Finding, ...]]]:
    """The findings by item, and by unit one for all its rows without a guide where those are many."""
    rows: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        rows[matter.unit].append(matter)
    lacking = {
        unit: [m for m in mine if any(f.rule == _WITHOUT_GUIDE for f in found.get(m.item, ()))]
        for unit, mine in rows.items()
    }
    many = {unit: some for unit, some in lacking.items() if len(some) > max(_MANY, _SHARE * len(rows[unit]))}
    told = {m.item for some in many.values() for m in some}
    left = {
        item: tuple(f for f in some if item not in told or f.rule != _WITHOUT_GUIDE) for item, some in found.items()
    }
    by_unit: dict[str, tuple[Finding, ...]] = {
        unit: (_together(some, len(rows[unit]), found),) for unit, some in many.items()
    }
    return {item: some for item, some in left.items() if some}, by_unit


def _together(lacking: Sequence[Matter], rows: int, found: Mapping[str, Sequence[Finding]]) -> Finding:
    one = next(f for f in found[lacking[0].item] if f.rule == _WITHOUT_GUIDE)
    names = "、".join(matter.row.full_name for matter in lacking[:_NAMED])
    more = "等" if len(lacking) > _NAMED else ""
    message = f"目录 {rows} 项中有 {len(lacking)} 项没有对应办事指南：{names}{more}（{one.clause}），请补报。"
    return replace(one, message=message, field="", excerpt="", span=None, at=None)
