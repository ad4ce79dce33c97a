"""GUIDE-NAME."""

from collections.abc import Iterator

from workbench.checks.guide_facts import filled, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Row, Severity
from workbench.records.tidy import bare


def guide_name(item: Item, context: Context) -> Iterator[Finding]:
    """指南的事项名称与目录不一致。

    What: the guide's name is not the name of its catalogue row, with or without the main item before the sub-item.
    Why: 附件2 三(一)1 「事项名称。指政务服务事项的具体名称。」
    Example: 目录“取水许可”，指南“取水许可证办理指南”.
    Remedy: 取水许可.
    """
    del context
    name = filled(item, "事项名称")
    if not name or item.row is None or not item.row.full_name:
        return
    if bare(name) not in names_of(item.row):
        listed = item.row.full_name
        yield RULE.finding(
            f"办事指南事项名称与目录名称不一致：“{name.strip()}”／“{listed}”（附件2 三(一)1），请按目录更正。",
            **whole("事项名称", name),
            correction=listed,
        )


def names_of(row: Row) -> set[str]:
    """The names that a row's guide may bear, tidied: main item and sub-item read together, or one of them alone."""
    main, sub = bare(row.item_name or ""), bare(row.sub_item_name or "")
    return {main + sub, main, sub} - {""}


RULE = Rule(
    code="GUIDE-NAME",
    name="与目录名称不一致",
    clause="附件2 三(一)1",
    quote="事项名称。指政务服务事项的具体名称。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_name,
)
