"""GUIDE-TOPIC-TARGET."""

from collections.abc import Iterator

from workbench.checks.guide.topics import is_known, topics
from workbench.checks.guide_facts import filled, whole
from workbench.checks.guide_options import inside
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Severity

TARGET = "服务对象"
KINDS = ("自然人", "法人")


def guide_topic_target(item: Item, context: Context) -> Iterator[Finding]:
    """事项类型与服务对象不对应。

    What: topics of one list are chosen and 服务对象 lacks that kind of person, or the other way round.
    Why: 附件2 三(一)9 「服务对象。填写“自然人”、“法人”，可多选。」
    Example: 勾选“婚姻登记”，服务对象只有法人.
    Remedy: 服务对象补选自然人.
    """
    del context
    guide, text = item.guide, filled(item, TARGET)
    targets = inside(text, KINDS)
    if guide is None or not targets or not is_known(guide):
        return
    lacking = [kind for kind in KINDS if kind not in targets and _only_of(kind, guide)]
    for kind in lacking:
        shown = "、".join(_only_of(kind, guide))
        yield RULE.finding(
            f"事项类型勾选了面向{kind}的分类（“{shown}”），服务对象未勾选“{kind}”（附件2 三(一)9），请核对。",
            **whole(TARGET, text),
        )
    for kind in targets:
        if not lacking and _none_of(kind, guide):
            yield RULE.finding(
                f"服务对象勾选了“{kind}”，事项类型未勾选面向{kind}的分类（附件2 三(一)2、9），请核对。",
                **whole(TARGET, text),
            )


def _only_of(kind: str, guide: Guide) -> list[str]:
    """The chosen topics that can be of this kind only."""
    return [topic.name for topic in topics(guide) if topic.groups == (kind,)]


def _none_of(kind: str, guide: Guide) -> bool:
    """Whether no chosen topic can be of this kind; a topic of both lists can."""
    listed = guide.topics_natural if kind == "自然人" else guide.topics_legal
    if listed is not None:
        return not listed
    groups = [topic.groups for topic in topics(guide)]
    return bool(groups) and all(found and kind not in found for found in groups)


RULE = Rule(
    code="GUIDE-TOPIC-TARGET",
    name="事项类型与服务对象不对应",
    clause="附件2 三(一)9",
    quote="服务对象。填写“自然人”、“法人”，可多选。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_topic_target,
)
