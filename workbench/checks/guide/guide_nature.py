"""GUIDE-NATURE."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import filled, remark_of, text_of, whole
from workbench.checks.guide_options import chosen_words, is_single
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import answer
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "实施主体性质"
OPTIONS = ("法定机关", "授权组织", "受委托组织", "其他")
OTHER_WORDS = {
    "法律法规授权组织": "授权组织", "法律、法规授权组织": "授权组织", "法律法规授权的组织": "授权组织", "委托组织": "受委托组织",
    "受委托机关": "受委托组织", "行政机关": "法定机关", "法定行政机关": "法定机关",
}  # fmt: skip
ORGAN = re.compile(r"[\u4e00-\u9fa5]+(?:厅|局|人民政府|发展和改革委员会|发展委员会|管理委员会)")
NO_ORGAN = re.compile(r"供销|残疾人联合会|残联|公积金.*中心|工商业联合会|红十字会")


def guide_nature(item: Item, context: Context) -> Iterator[Finding]:
    """实施主体性质不在四个选项内，或与实施机构不符。

    What: not exactly one of the four natures is chosen, or the agency evidently is of another nature.
    Why: 附件2 三(二)6 「实施主体性质。填写“法定机关”、“授权组织”、“受委托组织”、“其他”。」
    Example: 行政机关.
    Remedy: 法定机关.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    told = answer(text, OPTIONS)
    if not is_single(told):
        yield RULE.finding(
            f"实施主体性质应填“法定机关”“授权组织”“受委托组织”“其他”之一，现{chosen_words(text, told)}（附件2 三(二)6），请更正。",
            **whole(FIELD, text),
            correction=OTHER_WORDS.get(fold(text)),
        )
    elif doubt := _doubt(told.options[0], item):
        words, severity = doubt
        yield RULE.finding(f"{words}（附件2 三(二)6），请核对。", **whole(FIELD, text), severity=severity)


def _doubt(nature: str, item: Item) -> tuple[str, Severity] | None:
    """Why the chosen nature does not fit, in words; some bureaus act by authorization, so that is only a hint."""
    agency, remark = fold(filled(item, "实施机构")), remark_of(item)
    if nature == "法定机关" and NO_ORGAN.search(agency):
        return f"“{agency}”不是行政机关，实施主体性质填了“法定机关”", Severity.DOUBT
    if nature == "授权组织" and ORGAN.fullmatch(agency):
        return f"“{agency}”像是政府部门，实施主体性质填了“授权组织”", Severity.HINT
    if nature == "受委托组织" and remark is not None and "委托" not in remark:
        return "实施主体性质为“受委托组织”，备注没有写明委托", Severity.DOUBT
    return None


RULE = Rule(
    code="GUIDE-NATURE",
    name="实施主体性质",
    clause="附件2 三(二)6",
    quote="实施主体性质。填写“法定机关”、“授权组织”、“受委托组织”、“其他”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_nature,
)
