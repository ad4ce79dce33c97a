"""GUIDE-PER-ITEM."""

from collections.abc import Iterable, Iterator, Mapping

from workbench.checks.guide.guide_name import names_of
from workbench.checks.guide_facts import whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare


def guide_per_item(item: Item, context: Context) -> Iterator[Finding]:
    """目录事项没有办事指南，或指南没有对应的目录事项。

    What: a leaf of the catalogue (a sub-item, else the matter) has no guide of its unit, or a guide no row.
    Why: 明电52号 三(二) 「《政务服务事项办事指南》指为方便群众和企业办事，政务服务部门对服务事项的办理主体、流程、材料等内容所作的指导性说明……」
    Example: 目录有12项，指南只有11份.
    Remedy: 补报指南，或删去目录没有的指南.
    """
    del context
    guides = item.guides or ((item.guide,) if item.guide else ())
    if not item.rows or not guides:
        return
    if item.guides:
        yield from _without_guide(item)
    listed = _by_unit((row.org, name) for row in item.rows for name in names_of(row))
    for at, guide in enumerate(guides):
        known = _names(listed, guide.org)
        if guide.name and known and bare(guide.name) not in known:
            yield RULE.finding(
                f"办事指南“{guide.name}”在目录中没有对应事项（明电52号 三(二)），请核对名称或增补目录。",
                **whole("事项名称", guide.name),
                at=at,
            )


def _without_guide(item: Item) -> Iterator[Finding]:
    """Leaves that no guide of their unit serves; the guide of a main item serves its sub-items too."""
    written = _by_unit((guide.org, bare(guide.name)) for guide in item.guides)
    divided = {(row.org, row.item_name) for row in item.rows if row.sub_item_name}
    for at, row in enumerate(item.rows):
        known, names = _names(written, row.org), names_of(row)
        is_leaf = bool(row.sub_item_name) or (row.org, row.item_name) not in divided
        if known and names and is_leaf and not names & known:
            yield RULE.finding(
                f"目录事项“{row.full_name}”没有对应办事指南（明电52号 三(二)），请补报。", **printed_name(row), at=at
            )


def _by_unit(pairs: Iterable[tuple[str | None, str]]) -> Mapping[str, set[str]]:
    """Names by unit, under a blank one where the unit is unknown."""
    names: dict[str, set[str]] = {}
    for unit, name in pairs:
        names.setdefault(unit or "", set()).add(name)
    return names


def _names(by_unit: Mapping[str, set[str]], unit: str | None) -> set[str]:
    """The names of a unit, with those that may be of any; of an unknown unit all."""
    if not unit:
        return set().union(*by_unit.values())
    return by_unit.get(unit, set()) | by_unit.get("", set())


RULE = Rule(
    code="GUIDE-PER-ITEM",
    name="目录与指南不对应",
    clause="明电52号 三(二)",
    quote="《政务服务事项办事指南》指为方便群众和企业办事，政务服务部门对服务事项的办理主体、流程、材料等内容所作的指导性",
    scopes=("rows", "guides"),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=guide_per_item,
)
