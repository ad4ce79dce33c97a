"""SCOPE-DELEGATE-DOWN."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import levels
from workbench.checks.basis.effective_rank import likely_rank
from workbench.checks.basis.quoted import content, quote
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of, is_in
from workbench.checks.rule import Rule
from workbench.records import RANK_ORDER, CatalogueKind, Certainty, Citation, Finding, Rank, Severity
from workbench.records.secrecy import secret_mark

#: The text keeps the matter at the level of the province. 本省行政区域 says nothing of the level.
PROVINCIAL = re.compile(
    r"省级|省、自治区、直辖市|省(?:、直辖市)?、?自治区|(?<![本全我各])省(?:级)?人民政府"
    r"|(?<![本全我各])省(?!(?:行政)?(?:区域|境)?内)[^。；，\n]{0,12}(?:部门|机关|机构|厅|局|委员会)"
)
#: What cannot be done by one city or county.
ACROSS = re.compile(
    r"跨(?:省|设区的?市|市|地区|区域|流域|行政区)|(?:跨|两个以上)[^，。；]{0,6}(?:市|行政区域)|全省(?:性|统一|范围)"
)


def scope_delegate_down(item: Item, context: Context) -> Iterator[Finding]:
    """仅由省级行使，而所引法规没有写明必须由省级行使。

    What: only the province exercises the matter, and no law, regulation or rule cited gives it to the province;
        what a mere document says does not count. Secret matters and those across cities are left out.
    Why: 附件1 1.4 「对于法律法规规章没有明确必须由省级行使的事项，原则上要下放到基层政府部门行使。」
    Example: 省级：省水利厅，条文写“县级以上地方人民政府水行政主管部门审批”.
    Remedy: 下放市、县实施，或说明保留省级的理由.
    """
    del context
    row, basis = item.row, basis_of(item)
    if row is None or is_in(item, CatalogueKind.CITY) or levels(row.levels_and_departments or "") != ("省级",):
        return
    told = " ".join(filter(None, (row.full_name, row.remarks, row.levels_and_departments)))
    texts = [(may_bind(each), quote(basis, each)) for each in item.citations]
    if ACROSS.search(told) or secret_mark(row.remarks or "") or not any(content(text) for _, text in texts):
        return
    if not any(binds and (PROVINCIAL.search(text) or ACROSS.search(text)) for binds, text in texts):
        cell = row.levels_and_departments or ""
        yield RULE.finding(
            "所引法规未明确必须由省级行使，请研究下放市、县级实施或说明保留省级的理由（附件1 1.4 二是下放）。",
            field="levels_and_departments",
            excerpt=cell,
            span=(0, len(cell)),
        )


def may_bind(citation: Citation) -> bool:
    """Whether a document is, or may be, a law, a regulation or a rule."""
    rank = likely_rank(citation)
    return rank is None or RANK_ORDER.get(rank, len(RANK_ORDER)) <= RANK_ORDER[Rank.RULE]


RULE = Rule(
    code="SCOPE-DELEGATE-DOWN",
    name="可以下放",
    clause="附件1 1.4",
    quote="对于法律法规规章没有明确必须由省级行使的事项，原则上要下放到基层政府部门行使。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=scope_delegate_down,
    verdict="delegate_down",
)
