"""FLOW-MERGE."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from workbench.checks.flow.objects import object_of
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Row, Severity
from workbench.records.tidy import bare

#: So many matters of one object are a candidate.
FEWEST = 3
LIST = "中央指定清单"
_TOLD = 5


def flow_merge(item: Item, context: Context) -> Iterator[Finding]:
    """同一部门管理内容相近的几个事项，可以整合为一个流程。

    What: three or more main items of one unit have the same object and differ only in stage or action (首次, 延续, 变更;
        申请, 验收, 核发). Sub-items of one main item are already one, and permits that the central list sets apart stay.
    Why: 附件2 一 「属于同一部门实施的管理内容相近或者属于同一办理阶段的多个事项，要整合为一个流程；」
    Example: “护士首次注册”“护士延续注册”“护士变更注册”三个主项.
    Remedy: 研究整合为一个流程；只是建议.
    """
    listed = {bare(entry.name) for entry in context.lists.get(LIST, ())}
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for at, row in enumerate(item.rows):
        name = row.item_name or ""
        if row.org and bare(name) and bare(name) not in listed:
            groups[bare(row.org), bare(row.catalogue or ""), row.region, object_of(name)].append(at)
    for group in groups.values():
        firsts = _first_of_each_name(item.rows, group)
        if len(firsts) >= FEWEST:
            yield from _on_each(item.rows, firsts)


def _first_of_each_name(rows: Sequence[Row], group: Sequence[int]) -> list[int]:
    """The first row of every main item."""
    first: dict[str, int] = {}
    for at in group:
        first.setdefault(bare(rows[at].item_name or ""), at)
    return list(first.values())


def _on_each(rows: Sequence[Row], group: Sequence[int]) -> Iterator[Finding]:
    names = "”“".join(shorten(rows[at].item_name or "") for at in group[:_TOLD])
    more = f"等{len(group)}项" if len(group) > _TOLD else ""
    for place, at in enumerate(group):
        name = rows[at].item_name or ""
        yield RULE.finding(
            f"同一部门“{names}”{more}管理内容相近，请研究整合为一个流程（附件2 一 三是）。",
            field="item_name",
            excerpt=name,
            span=(0, len(name)),
            at=at,
            other=group[place - 1] if place else group[1],
        )


RULE = Rule(
    code="FLOW-MERGE",
    name="内容相近可整合",
    clause="附件2 一",
    quote="属于同一部门实施的管理内容相近或者属于同一办理阶段的多个事项，要整合为一个流程；",
    scopes=("rows",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=flow_merge,
    verdict="merge",
)
