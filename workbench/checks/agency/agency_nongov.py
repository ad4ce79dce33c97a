"""AGENCY-NONGOV."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.agencies import agencies
from workbench.checks.basis.quoted import quote_span
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity, Span
from workbench.records.tidy import fold

#: A body that is no department: how an article names it, and how an agency cell may.
KINDS = {
    "残疾人联合会": r"残疾人联合会|残联",
    "住房公积金管理中心": r"公积金(?:管理)?中心",
    "红十字会": r"红十字会",
    "妇女联合会": r"妇女联合会|妇联",
    "工会": r"工会",
    "仲裁委员会": r"仲裁委员会|仲裁委|仲裁院",
    "人民政府（乡镇）": r"(?:乡|镇)(?:级)?(?:人民)?政府",
    "街道办事处": r"街道(?:办事处)?",
    "协会": r"[\u4e00-\u9fa5]{2,12}协会",
    "学会": r"[\u4e00-\u9fa5]{2,12}学会",
    "管理中心": r"[\u4e00-\u9fa5]{2,12}管理中心",
}
_NAME = (
    r"(?:残疾人联合会|残联|(?:住房)?公积金管理中心|红十字会|妇女联合会|妇联|(?:总)?工会"
    r"|(?:[\u4e00-\u9fa5]{2,8})?仲裁委员会|乡、?(?:民族乡、)?镇(?:人民)?政府|乡[（(]镇[）)](?:人民)?政府|乡镇(?:人民)?政府|街道办事处"
    r"|(?:(?!由|向|经|和|或|与|及|同|的)[\u4e00-\u9fa5]){2,10}(?:协会|学会|管理中心))"
)
_DECIDES = r"(?:核发|颁发|发给|发放|审批|批准|认定|鉴定|登记|注册|仲裁|裁决|核准|审核批准|决定|办理|负责|受理(?!后)|出具|评定|支付|给付|组织实施|组织)"
#: 由…会办理, …会应当核发, 向…会申请: it acts itself.
ACTS = re.compile(
    rf"(?:由|委托)[^，。；由]{{0,16}}?(?P<by>{_NAME})[^，。；报]{{0,12}}?{_DECIDES}"
    rf"|(?:^|[，。；\n\s])[^，。；由经向同求\n]{{0,14}}?(?P<does>{_NAME})(?:应当|可以|依法|负责|统一|按照[^，。；]{{1,16}})?[^，。；协配助意]{{0,12}}?{_DECIDES}"
    rf"|向[^，。；]{{0,16}}?(?P<to>{_NAME})[^，。；]{{0,6}}?(?:申请|申报|提出|登记|办理|注册|缴存|备案)"
)
#: A department decides: what the other body does is a step on the way.
_OFFICE = r"(?:部门|局|厅|机关)"
DEPARTMENT = re.compile(
    rf"(?:由|报|经)[^，。；]{{0,20}}{_OFFICE}[^，。；]{{0,10}}{_DECIDES}"
    rf"|{_OFFICE}(?:应当|负责)?[^，。；]{{0,10}}(?:审批|批准|核发|核准|决定|颁发)"
)
#: What stands before the body's own name.
LEADING = re.compile(r"^.*(?:由|向|直辖市|自治区|省级?|市级|县级|以上|地方|所在地的?|当地的?|、(?!民族乡|镇))(?=.{3})")
ASSISTS = re.compile(r"协助|配合|征求|听取|会同|意见")
#: Townships mostly receive and pass on.
ON_THE_WAY = ("人民政府（乡镇）", "街道办事处")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the article names it: what kind, and where in the cell."""

    name: str
    kind: str
    span: Span


def agency_nongov(item: Item, context: Context) -> Iterator[Finding]:
    """条文规定的实施主体不是政府部门，实施机构却没有照条文填写。

    What: the quoted text lets a federation, an association, a centre, a commission of arbitration, a township or
        a street office act, no department decides there, and the agency cell does not name that body.
    Why: 附件1 2.3.3 「……非政府工作部门及部门管理机构的，实施主体按照法规文件规定的名称确定。」
    Example: 条文由残疾人联合会核发，实施机构写省民政厅.
    Remedy: 按法规文件规定的名称填写.
    """
    del context
    named = list(agencies(item))
    if not named:
        return
    told = fold("、".join(agency.name for agency in named))
    body = next(
        (each for each in acting(item) if not re.search(KINDS[each.kind], told) and each.name not in told), None
    )
    if body:
        yield RULE.finding(
            f"法规规定的实施主体为“{body.name}”，现填“{named[0].name}”，请按法规文件规定的名称填写（附件1 2.3.3）。",
            field=named[0].field,
            excerpt=named[0].name,
            span=named[0].span,
        )


def acting(item: Item) -> Iterator[Body]:
    """The bodies that the quoted texts let act, where no department decides."""
    basis = basis_of(item)
    for citation in item.citations:
        start, stop = quote_span(basis, citation)
        text = basis[start:stop]
        by_department = bool(DEPARTMENT.search(text))
        for found in ACTS.finditer(text):
            group = next(name for name in ("by", "does", "to") if found[name])
            kind = next((kind for kind, words in KINDS.items() if re.search(words, found[group])), "")
            passes_on = by_department and (group != "by" or kind in ON_THE_WAY)
            if kind and not ASSISTS.search(found.group()) and not passes_on:
                name = LEADING.sub("", found[group])
                yield Body(name, kind, (start + found.end(group) - len(name), start + found.end(group)))


RULE = Rule(
    code="AGENCY-NONGOV",
    name="没有按法规填实施主体",
    clause="附件1 2.3.3",
    quote="法规文件规定的实施主体非政府工作部门及部门管理机构的，实施主体按照法规文件规定的名称确定。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=agency_nongov,
)
