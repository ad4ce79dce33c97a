"""NAME-CONFIRM."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import CONFIRMATION, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

VERBS = "确认|登记|认定|鉴定|确定|认可|证明|批准|鉴证|评定|核发|审定|认证"
#: The verb may be a compound: 对…的注销登记.
FRAME = re.compile(rf"^对.+的[\u4e00-\u9fa5]{{0,4}}(?:{VERBS})(?:\([^)]*\))?$")
ENDING = re.compile(rf"^(?:对)?(?P<object>.+?)(?:的)?(?P<verb>{VERBS})$")


def name_confirm(item: Item, context: Context) -> Iterator[Finding]:
    """行政确认名称没有采用“对…的确认（登记、认定、鉴定等）”。

    What: the name of a confirmation is not in the printed frame.
    Why: 附件1 4.3.1 「名称一般采用“对...(事项名称)的确认(登记、认定、鉴定等)”。」 “一般采用”: a hint only.
    Example: 工伤认定.
    Remedy: 对工伤的认定.
    """
    del context
    name = item.row.item_name if item.row else None
    if not name or type_of(item) != CONFIRMATION or FRAME.match(fold(name)):
        return
    better = reframed(fold(name))
    advice = f"，建议改为“{better}”" if better else ""
    yield RULE.finding(
        f"行政确认名称一般采用“对…的确认（登记、认定、鉴定等）”，现为“{name}”{advice}（附件1 4.3.1）。",
        field="item_name",
        excerpt=name,
        span=(0, len(name)),
        correction=better,
    )


def reframed(name: str) -> str | None:
    """The name in the frame; None where its verb is not one of the frame's."""
    found = ENDING.match(name)
    return f"对{found['object']}的{found['verb']}" if found else None


RULE = Rule(
    code="NAME-CONFIRM",
    name="确认名称不合框架",
    clause="附件1 4.3.1",
    quote="名称一般采用“对...(事项名称)的确认(登记、认定、鉴定等)”。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=name_confirm,
)
