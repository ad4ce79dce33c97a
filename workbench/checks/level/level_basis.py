"""LEVEL-BASIS."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import levels
from workbench.checks.basis.quoted import quote
from workbench.checks.basis.special_documents import speaks_of_devolution
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

_BODY = r"[^，。；\n]{0,24}?(?:部门|机关|机构|政府)"
#: 县级以上 includes 县级; the levels above are meant as well.
FROM_COUNTY = re.compile(rf"县级以上(?!.{{0,6}}道路){_BODY}")
FROM_CITY = re.compile(rf"设区的?市(?:级)?(?:人民政府)?(?P<up>以上)?{_BODY}")
COUNTY_ONLY = re.compile(
    rf"县级(?!以上){_BODY}|县(?:[（(]市、区[）)])?(?:人民政府)?[^，。；\n以]{{0,12}}(?:部门|机关|机构)"
)
CITY_ONLY = re.compile(rf"(?:设区的?市|市级)(?:级)?(?!.{{0,5}}以上){_BODY}")
PROVINCE_ONLY = re.compile(rf"(?:省级|省、自治区、直辖市)(?!以上){_BODY}")
ALONE = {"省级": PROVINCE_ONLY, "市级": CITY_ONLY, "县级": COUNTY_ONLY}
#: The row tells how the levels divide the matter, or how it was handed down.
HANDED_DOWN = re.compile(r"下放|承接")
DIVIDED = re.compile(r"权限|划分|下放|委托|授权|层级|跨|属地|分级|负责|范围|承接")


def level_basis(item: Item, context: Context) -> Iterator[Finding]:
    """条文规定的行使层级与填写的层级不一致。

    What: the text says 县级以上 and only one level is listed, or it says 设区的市 and only 县级 is listed, and
        neither a remark, a division of powers nor a document on handing down explains it.
    Why: 附件1 3.3.5.2 「所引用的法规条文应当准确、完整」
    Example: 条文“设区的市级”，层级只填县级.
    Remedy: 核实层级，或补充权限划分、下放依据.
    """
    del context
    row, basis = item.row, basis_of(item)
    listed = levels(row.levels_and_departments or "") if row else ()
    if row is None or len(listed) != 1:
        return
    texts = [quote(basis, citation) for citation in item.citations]
    titles = [citation.title for citation in item.citations]
    explained = DIVIDED.search(fold((row.remarks or "") + (row.levels_and_departments or "")))
    if explained or HANDED_DOWN.search(" ".join(texts)) or any(map(speaks_of_devolution, titles)):
        return
    told = level_told(" ".join(texts), listed[0])
    if told:
        cell = row.levels_and_departments or ""
        yield RULE.finding(
            f"条文规定的行使层级（“{told}”）与填写的层级（仅{listed[0]}）不一致，请核实或补充权限划分、下放依据（附件1 3.3.5.2）。",
            field="levels_and_departments",
            excerpt=cell,
            span=(0, len(cell)),
        )


def level_told(text: str, only: str) -> str:
    """The level that the text tells instead of the only one listed, in its words; blank where it agrees or is silent."""
    if ALONE[only].search(text):
        return ""
    city, county = FROM_CITY.search(text), FROM_COUNTY.search(text)
    if only == "县级" and city and not county:
        return city.group()
    if county:
        return county.group()
    return city.group() if city and city["up"] else ""


RULE = Rule(
    code="LEVEL-BASIS",
    name="层级与条文不一致",
    clause="附件1 3.3.5.2",
    quote="所引用的法规条文应当准确、完整",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=level_basis,
)
