"""REMARK-OFFLINE."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import remark_of, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import chosen
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

MODE, WINDOW = "办理形式", "窗口办理"
OFFLINE = re.compile(
    r"(?<!线上)(?<!线上[、和及/与或])线下(?![、和及/与或]?线上)|(?:仅限?|只能?)(?:在)?(?:窗口|现场|大厅)(?:办理|受理)?"
)
REASON = re.compile(
    r"未上线|不宜|不能|不得|无法|难以|原因|因|由于|须|需|必须|应当(?:场|面)|本人|面签|面试|现场(?:核验|勘[验查察]|考试|采集|查验|检[验测]|拍照|比对|踏勘|审核)"
    r"|涉密|保密|尚未|暂未|未(?:建|开通|接入|联网)|系统|条件不|不具备|没有"
)


def remark_offline(item: Item, context: Context) -> Iterator[Finding]:
    """只在窗口（线下）办理，没有注明未上线的原因。

    What: a guide offers the window only, or a remark says 线下, and neither the remark nor a note behind the mode
        tells the reason. A guide whose remark is not known may have it there.
    Why: 辽政发81号 二(一) 「纳入目录的服务事项要区分线上线下办理，线下办理的，要注明未上线原因。」
    Example: 办理形式“窗口办理”，备注空.
    Remedy: 在备注或办理形式后注明，如“未上线原因：需现场核验”.
    """
    del context
    mode, remark = text_of(item, MODE), remark_of(item)
    if mode is not None and remark is not None and only_window(mode):
        if not tells_why(mode) and not tells_why(remark):
            yield RULE.finding(
                "仅窗口（线下）办理的，应注明未上线原因（辽政发81号 二(一)），请在备注或办理形式后补充。",
                **whole(MODE, mode),
            )
    elif item.guide is None and remark and not tells_why(remark) and (found := OFFLINE.search(remark)):
        yield RULE.finding(
            f"备注为“{found.group()}”，线下办理的应注明未上线原因（辽政发81号 二(一)），请在备注补充。",
            field="remarks",
            excerpt=found.group(),
            span=found.span(),
        )


def only_window(mode: str) -> bool:
    """Whether the window is the only mode chosen."""
    return [choice.name for choice in chosen(mode)] == [WINDOW]


def tells_why(text: str) -> bool:
    """Whether a text gives a reason."""
    return bool(REASON.search(fold(text)))


RULE = Rule(
    code="REMARK-OFFLINE",
    name="未注明未上线原因",
    clause="辽政发81号 二(一)",
    quote="纳入目录的服务事项要区分线上线下办理，线下办理的，要注明未上线原因。",
    scopes=("row", "guide"),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=remark_offline,
)
