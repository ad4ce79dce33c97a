"""FLOW-STEPS."""

import re
from collections.abc import Iterator

from workbench.checks.flow.process import FLOW, steps
from workbench.checks.item import Context, Item
from workbench.checks.materials import guide_of, on_element
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Severity

MOST_STEPS, MOST_INTERNAL = 8, 1
_INTERNAL = re.compile(
    r"经办|承办人|[副正]?(?:处|科|股)长|分管(?:领导|[\u4e00-\u9fa5]{0,2}长|主任)?|主要领导|主管领导|局领导|厅领导|委领导|领导"
    r"|(?<!分管)[副正]?(?:厅|局)长|(?<!分管)主任(?:审|签|批)|会签|[局厅委处党][务组](?:会|会议)|办公会|集体(?:讨论|会审)|业务?处室|处室|科室|签批|呈批|归档|核稿|用印"
)
#: Steps that the law itself wants are none too many.
_BY_LAW = re.compile(r"听证|公示|公告|评审|检验|检测|检疫|鉴定|招标|拍卖")


def flow_steps(item: Item, context: Context) -> Iterator[Finding]:
    """办理流程环节过多，或者列出内部环节。

    What: the process has more than eight steps, those that the law wants (听证, 公示, 专家评审) not counted; or it lists
        two or more internal steps (处长审核, 分管领导, 会签, 局务会), which are no concern of the applicant.
    Why: 附件2 三(二)8 「绘制时，要最大限度减少办事环节、优化办事流程、提高办事效率。」
    Example: 受理→经办→处长→分管厅长→厅长→会签→办结→送达→归档.
    Remedy: 只列直接面向用户的外部环节，压缩内部环节.
    """
    del context
    guide = guide_of(item)
    names = _names(guide)
    text = guide.text(FLOW) or ""
    internal = list(dict.fromkeys(match.group() for match in _INTERNAL.finditer(text or "；".join(names))))
    count = sum(1 for name in names if not _BY_LAW.search(name))
    if count <= MOST_STEPS and len(internal) <= MOST_INTERNAL:
        return
    listed = f"现列出{len(names)}个环节" if names else "现"
    inside = f"（含内部环节“{'、'.join(internal)}”）" if internal else ""
    yield on_element(
        RULE,
        guide,
        FLOW,
        f"办理流程应为直接面向用户的外部流程，{listed}{inside}，请压缩（附件2 三(二)8；附件2 一 三是）。",
    )


def _names(guide: Guide) -> list[str]:
    """The steps as named, in the table or in the text."""
    if guide.steps:
        return [step.get("环节", "") for step in guide.steps]
    text = guide.text(FLOW) or ""
    return [text[start:stop] for start, stop in steps(text)]


RULE = Rule(
    code="FLOW-STEPS",
    name="环节过多或列出内部环节",
    clause="附件2 三(二)8",
    quote="绘制时，要最大限度减少办事环节、优化办事流程、提高办事效率。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=flow_steps,
)
