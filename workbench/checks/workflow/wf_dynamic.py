"""WF-DYNAMIC."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import city_of
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import denied, is_city_set, text
from workbench.records import ELEMENTS, Certainty, Finding, Severity
from workbench.records.tidy import fold

COMMON = {fold(name) for element in ELEMENTS if element.common for name in (element.name, *element.aliases)}
BELOW_CITY = re.compile(r"县|区(?!域)|乡|镇|街道")
CITY = re.compile(r"市")
PROVINCE = re.compile(r"^(?:辽宁)?省(?!以下)")


def wf_dynamic(item: Item, context: Context) -> Iterator[Finding]:
    """公布后市县自行改了共性要素，或修改没有留下记录。

    What: after publication a city's or county's body changes an element that is the same in the whole province
        (or city), or somebody changes something without version, author, date and reason.
    Why: 明电52号 三(四) 「政务服务部门按照各自职能和权限……进行动态维护」
    Example: 县局自行修改申请材料.
    Remedy: 由省（市）统一维护；补记版本、人员、日期、原因.
    """
    if text(item, "phase") not in ("published", "公布", "已公布"):
        return
    changed, by = text(item, "changed_element"), text(item, "changed_by")
    if any(name in COMMON for name in re.split(r"[、,;；，]", changed)) and _is_below(item, by, context):
        yield RULE.finding(
            f"“{by}”公布后修改共性要素“{changed}”，应由省（市）统一维护（明电52号 三(四)；附件2 二），请撤回并报统一编写部门。",
            excerpt=changed,
        )
    if denied(item, "record"):
        yield RULE.finding(
            f"公布后的修改{f'（{changed}）' if changed else ''}没有留下版本、人员、日期和原因的记录（明电52号 三(四)），请补记。",
            excerpt=changed,
        )


def _is_below(item: Item, by: str, context: Context) -> bool:
    """Whether the body stands below the one that keeps the common elements: the province, or for 市设 the city."""
    if PROVINCE.search(by):
        return False
    county = bool(BELOW_CITY.search(by))
    return county or (not is_city_set(item) and bool(CITY.search(by) or city_of(by, context)))


RULE = Rule(
    code="WF-DYNAMIC",
    name="公布后自行修改",
    clause="明电52号 三(四)",
    quote="政务服务部门按照各自职能和权限对政务服务目录和办事指南具体要素内容进行动态维护",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=wf_dynamic,
)
