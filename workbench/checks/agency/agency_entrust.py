"""AGENCY-ENTRUST."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

ENTRUST = re.compile(r"委托")
NOT_ENTRUST = re.compile(
    r"委托代理人|授权委托书?|受托人|委托人|委托书|委托检[验测]|委托合同|委托下放|委托他人|委托代办|(?:无|未|不|没有)(?:行政)?委托"
)
_BODY = r"[\u4e00-\u9fa5、()]{0,16}?(?:局|委|委员会|厅|办公室|中心|部门|机构|协会|处|所|站|院|学校|政府|公司)"
#: 委托某局, or 受委托，由某局实施; read on the folded remark.
ORGAN = re.compile(
    rf"委托(?:给|由)?{_BODY}|(?:由|交){_BODY}[\u4e00-\u9fa5]{{0,6}}?(?:受托|受委托|实施|承担|承办|办理|行使)"
)
GROUNDS = re.compile(r"《[^》]+》|[〔\[(](?:19|20)\d{2}[〕\])]\d+号|第[〇零一二三四五六七八九十百千\d]+条")


def agency_entrust(item: Item, context: Context) -> Iterator[Finding]:
    """有行政委托而备注没有写明受托机关或委托依据。

    What: the remark or the agencies speak of entrusting, and the remark lacks the organ or the grounds.
    Why: 附件1 2.3.4 「……应当在备注中注明受委托的行政机关或者组织的名称、委托的依据。」
    Example: 委托实施.
    Remedy: 委托市水利局实施，依据辽政发〔2013〕21号.
    """
    del context
    row = item.row
    if row is None or row.remarks is None:
        return
    remark = row.remarks
    listed = " ".join(filter(None, (row.levels_and_departments, row.implementing_agency)))
    told = ENTRUST.search(NOT_ENTRUST.sub("", remark))
    if not told and not ENTRUST.search(NOT_ENTRUST.sub("", listed)):
        return
    lacks = [
        what
        for what, pattern in (("受委托机关或者组织的名称", ORGAN), ("委托依据", GROUNDS))
        if not pattern.search(fold(remark))
    ]
    if lacks:
        yield RULE.finding(
            f"有行政委托的，备注应注明受委托机关（组织）名称和委托依据（附件1 2.3.4），现缺少{'、'.join(lacks)}，请补充。",
            field="remarks",
            excerpt=remark,
            span=(0, len(remark)) if remark else None,
        )


RULE = Rule(
    code="AGENCY-ENTRUST",
    name="委托未写明机关或依据",
    clause="附件1 2.3.4",
    quote="法规文件规定的实施主体有行政委托情形的，应当在备注中注明受委托的行政机关或者组织的名称、委托的依据。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=agency_entrust,
)
