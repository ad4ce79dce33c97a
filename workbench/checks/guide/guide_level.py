"""GUIDE-LEVEL."""

from collections.abc import Iterator

from workbench.checks.agencies import levels
from workbench.checks.guide_facts import is_blank, part, text_of, whole
from workbench.checks.guide_options import inside, outside, renamed
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import Choice, chosen
from workbench.records import Certainty, Finding, Severity

FIELD = "行使层级"
OPTIONS = ("省级", "市级", "县级")
OTHER_NAMES = {
    "省": "省级", "省本级": "省级", "市": "市级", "市本级": "市级", "设区的市级": "市级", "设区市级": "市级", "地市级": "市级",
    "县": "县级", "区级": "县级", "区县级": "县级", "县区级": "县级", "县市级": "县级",
}  # fmt: skip


def guide_level(item: Item, context: Context) -> Iterator[Finding]:
    """行使层级不是省级、市级、县级，或目录没有这一级。

    What: a chosen level is none of the three, none is chosen, or the catalogue row does not list it.
    Why: 附件2 三(二)3 「行使层级。填写“省级”、“市级”、“县级”。」
    Example: 国家级.
    Remedy: 省级.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    if is_blank(text) or not chosen(text):
        yield RULE.finding(
            "行使层级应填“省级”“市级”“县级”，现一项未选（附件2 三(二)3），请填写。", **whole(FIELD, text)
        )
        return
    for choice in _unprinted(text):
        yield RULE.finding(
            f"行使层级应填“省级”“市级”“县级”，现为“{choice.text}”{_hint(choice.text)}（附件2 三(二)3），请更正。",
            **part(FIELD, text, choice.span),
            correction=renamed(text, OPTIONS, OTHER_NAMES),
        )
    listed = levels(item.row.levels_and_departments or "") if item.row else ()
    if listed and (more := [level for level in inside(text, OPTIONS) if level not in listed]):
        yield RULE.finding(
            f"行使层级有“{'、'.join(more)}”，目录的层级和部门只有{'、'.join(listed)}（附件2 三(二)3），请核对。",
            **whole(FIELD, text),
        )


def _unprinted(text: str) -> list[Choice]:
    """Chosen levels that are not printed; a note on entrusting may follow the boxes (rule book, I-08)."""
    return [choice for choice in outside(text, OPTIONS) if "委托" not in choice.text and "下放" not in choice.text]


def _hint(written: str) -> str:
    return "，乡镇（街道）受委托办理的填“县级”" if any(sign in written for sign in ("乡", "镇", "街道")) else ""


RULE = Rule(
    code="GUIDE-LEVEL",
    name="行使层级",
    clause="附件2 三(二)3",
    quote="行使层级。填写“省级”、“市级”、“县级”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_level,
)
