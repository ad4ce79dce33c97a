"""WF-DEPT-FINAL."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import texts
from workbench.records import VERDICTS, Certainty, Finding, Severity
from workbench.records.tidy import fold

#: Verdicts after which the row is gone, and those after which it is in another row.
GONE = ("cancel", "delete", "convert_to_internal", "move_to_provincial")
ELSEWHERE = ("merge", "move_to_lead")
_CODES = {fold(name): code for code, name in VERDICTS.items()}
#: The unit disagrees in writing, and the matter waits for a decision.
DISPUTED = re.compile(r"待裁定|书面说明|不同意|异议")


def wf_dept_final(item: Item, context: Context) -> Iterator[Finding]:
    """审核意见在部门目录里没有落实。

    What: a row that was to be cancelled, or merged into another, still stands in the department's catalogue,
        and the unit has not objected in writing.
    Why: 明电52号 四(二)1 「依据审查后的本系统政务服务事项目录，形成本部门的《部门政务服务事项目录》。」
    Example: 判为取消的事项仍在部门目录.
    Remedy: 按审核意见修改；不同意的，书面说明理由.
    """
    del context
    rows, verdicts = texts(item, "department_catalogue_rows"), (item.meta or {}).get("verdicts")
    if rows is None or not isinstance(verdicts, list):
        return
    for told in verdicts:
        if not isinstance(told, Mapping) or str(told.get("row")) not in rows or _is_disputed(told):
            continue
        name = str(told.get("verdict", ""))
        code = _CODES.get(fold(name), name)
        if code in (*GONE, *ELSEWHERE):
            yield RULE.finding(
                f"审核意见“{VERDICTS[code]}”未落实（{told['row']}仍在部门目录）（明电52号 四(二)1），"
                "请按意见修改；不同意的请书面说明理由。",
                excerpt=str(told["row"]),
                severity=Severity.DOUBT if code in ELSEWHERE else None,
            )


def _is_disputed(told: Mapping[str, Any]) -> bool:
    """Whether anything beside row and verdict says that the unit objects."""
    return any(DISPUTED.search(str(value)) for value in told.values())


RULE = Rule(
    code="WF-DEPT-FINAL",
    name="审核意见未落实",
    clause="明电52号 四(二)1",
    quote="省政务服务部门依据审查后的本系统政务服务事项目录，形成本部门的《部门政务服务事项目录》。（9月底前）",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=wf_dept_final,
)
