"""SCOPE-CENTRAL-MISSING."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item, ListEntry
from workbench.checks.rule import Rule
from workbench.checks.scope.submitted import Submitted
from workbench.records import Certainty, Finding, Severity

LIST = "中央指定清单"
#: The entry's remark says that it is no longer there.
ENDED = re.compile(r"(?<!未)(?:取消|废止|停止(?:实施|执行)|不再)")
LEVEL = re.compile(r"国家级|国务院|省|市|县|部级")
LOCAL = re.compile(r"省|市|县")


def scope_central_missing(item: Item, context: Context) -> Iterator[Finding]:
    """中央指定清单里的许可没有申报。

    What: an entry of the central list that belongs to the unit and that no row or sub-item is; one that has been
        cancelled, or that another department of the province has filed, is not missing.
    Why: 附件1 2.4.2.3 「对符合本规范定义，尚未列入《权责清单》的，要进行增补；」
    Example: 清单有“河道采砂许可”，省水利厅没有报.
    Remedy: 增补，或说明不列的理由.
    """
    submitted = Submitted(item.rows, context)
    for entry in context.lists[LIST]:
        if is_for_province(entry) and submitted.concerns(entry) and not submitted.has(entry):
            yield RULE.finding(
                f"《中央指定地方实施行政许可事项清单》中的“{entry.name}”未见申报，请增补或说明（附件1 2.4.2.3）。",
                excerpt=entry.name,
            )


def is_for_province(entry: ListEntry) -> bool:
    """Whether an entry stands, and its level, if told, is one of the province."""
    told = entry.remarks or ""
    return not ENDED.search(told) and (not LEVEL.search(told) or bool(LOCAL.search(told)))


RULE = Rule(
    code="SCOPE-CENTRAL-MISSING",
    name="中央清单事项没有申报",
    clause="附件1 2.4.2.3",
    quote="对符合本规范定义，尚未列入《权责清单》的，要进行增补；",
    scopes=("rows",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=scope_central_missing,
    verdict="add",
    needs=(LIST,),
)
