"""AGENCY-SUBJECT."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import agencies
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

NO_SUBJECT = re.compile(
    r"(?:(?<=厅)|(?<=局)|(?<=委)|(?<=委员会)|(?<=办)|(?<=办公室))[\u4e00-\u9fa5]{1,10}(?:处(?<!办事处)|科|室(?<!办公室))$|(?<=厅)[\u4e00-\u9fa5]{0,10}办公室$|(?:领导小组|指挥部)(?:办公室)?$|(?:政务|行政|审批)服务(?:中心|大厅)[\u4e00-\u9fa5]{0,8}窗口$"
)


def agency_subject(item: Item, context: Context) -> Iterator[Finding]:
    """实施主体写成内设机构、临时机构或窗口。

    What: an internal office, a temporary body or a window of the hall is named as agency.
    Why: 附件1 2.3.1 「具备相应主体资格且行使相应政务服务事项的行政机关、法定授权组织或者依法委托的组织」
    Example: 省水利厅水政处.
    Remedy: 省水利厅.
    """
    del context
    for agency in agencies(item):
        found = NO_SUBJECT.search(agency.name)
        if found:
            yield RULE.finding(
                f"“{agency.name}”（{found.group()}）不具备实施主体资格（附件1 2.3.1），请填写所属机关的名称。",
                field=agency.field,
                excerpt=agency.name,
                span=agency.span,
            )


RULE = Rule(
    code="AGENCY-SUBJECT",
    name="不具备实施主体资格",
    clause="附件1 2.3.1",
    quote="具备相应主体资格且行使相应政务服务事项的行政机关、法定授权组织或者依法委托的组织",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=agency_subject,
)
