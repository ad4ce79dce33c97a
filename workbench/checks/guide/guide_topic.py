"""GUIDE-TOPIC."""

from collections.abc import Iterator

from workbench.checks.guide.topics import FIELD, is_known, topics
from workbench.checks.guide_facts import part, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import ITEM_TYPES, Certainty, Finding, Severity
from workbench.records.topics import LEGAL_TOPICS, NATURAL_TOPICS


def guide_topic(item: Item, context: Context) -> Iterator[Finding]:
    """指南的事项类型不在两张分类表内，或一项未选。

    What: a chosen topic is none of the two printed lists, or none is chosen.
    Why: 附件2 三(一)2 「事项类型。结合事项特点，按照以下分类选择（可多选）：」
    Example: 行政许可.
    Remedy: 准营准办.
    """
    del context
    if item.guide is None or not is_known(item.guide):
        return
    text = item.guide.text(FIELD) or ""
    found = topics(item.guide)
    if not found and _all_known(item):
        yield RULE.finding(
            "办事指南“事项类型”一项未选，应从面向自然人（31项）、面向法人（34项）分类中选择（附件2 三(一)2）。",
            **whole(FIELD, text),
        )
    for topic in found:
        if topic.name in NATURAL_TOPICS or topic.name in LEGAL_TOPICS:
            continue
        where = part(FIELD, text, topic.span) if topic.span else whole(FIELD, topic.written)
        yield RULE.finding(
            "办事指南“事项类型”应从面向自然人（31项）、面向法人（34项）分类中选择，"
            f"“{topic.written}”不在其中{_hint(topic.written)}（附件2 三(一)2），请改选。",
            **where,
        )


def _all_known(item: Item) -> bool:
    """Whether nothing chosen means that nothing is chosen: the element is there, or both lists are."""
    guide = item.guide
    return guide is not None and (
        guide.text(FIELD) is not None or (guide.topics_natural is not None and guide.topics_legal is not None)
    )


def _hint(written: str) -> str:
    return "（它是目录的事项类型，不填在这里）" if written in (*ITEM_TYPES, "公共服务") else ""


RULE = Rule(
    code="GUIDE-TOPIC",
    name="事项类型不在分类内",
    clause="附件2 三(一)2",
    quote="事项类型。结合事项特点，按照以下分类选择（可多选）：",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_topic,
)
