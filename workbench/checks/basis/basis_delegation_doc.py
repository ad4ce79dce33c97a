"""BASIS-DELEGATION-DOC."""

import re
from collections.abc import Iterator

from workbench.checks.basis.quoted import quote
from workbench.checks.basis.special_documents import speaks_of_devolution
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Row, Severity

#: 《……取消下放……的决定》 as the basis of an entrustment hands nothing down by its name.
TITLE = re.compile(r"《[^》]*》")
NOT_HANDED_DOWN = re.compile(r"(?:未|不|没有|尚未|不再|不得)(?:予以?)?(?:委托)?(?:下放|承接)")
HANDED_DOWN = re.compile(r"下放|承接(?=$|[^\u4e00-\u9fa5]|国家|国务院|中央|部|省|市|上级|下放|自|的)")
#: The text gives the decision to a department of the province.
PROVINCE_DECIDES = re.compile(
    r"(?:省、自治区、直辖市|省级)[^。；\n]{0,24}?(?:部门|机关|机构)[^。；\n]{0,24}?(?:审批|批准|核发|审核|决定|许可|核准|登记|颁发|发给)"
)
#: The text knows a lower level as well, or lets somebody else decide.
KNOWS_LOWER_LEVEL = re.compile(r"市|县|区域|地方|各级|授权|委托|下放|基层|当地|所在地")
LOWER_LEVEL = re.compile(r"市级|县级|设区的市|乡镇|市、县")
PROVINCE_LEVEL = re.compile(r"省")


def basis_delegation_doc(item: Item, context: Context) -> Iterator[Finding]:
    """承接下放的事项没有写明下放的法规文件依据。

    What: name, levels or remark say that powers were handed down, or a city or county exercises what the
        quoted article gives to the province, and no cited document hands anything down.
    Why: 附件1 3.3.5.2 「承接上级部门下放的政务服务事项应当写明下放的法规文件依据。」
    Example: 备注“承接省级下放”，设定依据只有一部条例.
    Remedy: 在设定依据中补充下放的决定，写明文号和附件序号.
    """
    del context
    row = item.row
    if row is None or row.legal_basis is None:
        return
    texts = [quote(row.legal_basis, citation) for citation in item.citations]
    titles = [citation.title for citation in item.citations]
    if any(speaks_of_devolution(text) for text in (*titles, *texts)):
        return
    told = _told(row) or _exercised_below(row, " ".join(texts))
    if told is None:
        return
    field, found, reason = told
    value = str(getattr(row, field) or "")
    start = value.find(found)
    yield RULE.finding(
        f"“{row.full_name}”{reason}“{shorten(found)}”，设定依据未写明下放的法规文件（附件1 3.3.5.2）。"
        "请补充下放的决定，写明文号和附件序号。",
        field=field,
        excerpt=found,
        span=(start, start + len(found)),
    )


def _told(row: Row) -> tuple[str, str, str] | None:
    """The field, the words and the reason, where the row itself says that powers were handed down."""
    for field, reason in (
        ("remarks", "备注写明"),
        ("levels_and_departments", "层级和部门写明"),
        ("item_name", "名称写明"),
    ):
        value = TITLE.sub("", str(getattr(row, field) or ""))
        match = HANDED_DOWN.search(value)
        if match and not NOT_HANDED_DOWN.search(value):
            return field, match[0], reason
    return None


def _exercised_below(row: Row, texts: str) -> tuple[str, str, str] | None:
    """The same, where the article gives the decision to the province and only a lower level exercises it."""
    levels = row.levels_and_departments or ""
    lower = LOWER_LEVEL.search(levels)
    if lower is None or PROVINCE_LEVEL.search(levels):
        return None
    rest = PROVINCE_DECIDES.sub("", texts.replace("直辖市", ""))
    if not PROVINCE_DECIDES.search(texts) or KNOWS_LOWER_LEVEL.search(rest):
        return None
    return "levels_and_departments", lower[0], "条文规定由省级部门决定，行使层级为"


RULE = Rule(
    code="BASIS-DELEGATION-DOC",
    name="未写明下放依据",
    clause="附件1 3.3.5.2",
    quote="承接上级部门下放的政务服务事项应当写明下放的法规文件依据。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=basis_delegation_doc,
)
