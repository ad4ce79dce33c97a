"""BASIS-DIRECT."""

import re
from collections.abc import Iterator

from workbench.checks.basis.quoted import content, quote, quote_span
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

#: Words of names that say nothing about the object: what is done, by whom, in which form.
STOP_WORDS = re.compile(
    "主管部门|人民政府|许可证|许可|审批|核发|审核|批准|核准|登记|备案|认定|确认|鉴定|给付|支付|征收|发放|办理|审查|颁发|签发"
    "|变更|延续|注销|补办|换发|补发|换证|申请|申报|申领|管理|监督|查询|咨询|发布|公布|服务|设立|资格|资质|证书|证明|证件"
    "|有关|相关|其他|进行|以及|国家|社会|规定|制度|工作|业务|信息|单位|企业|机构|组织|公民|个人|人员|部门|项目|活动|建设|经营|生产|使用|从事"
    "|[对的和与及或、，,（）()“”/]"
)
#: What is done, where a title names the object and the article the act alone.
ACT = re.compile("许可证|许可|审批|批准|核准|登记|备案|认定|鉴定|征收|缴纳|发给|补贴|补助|证书|资质|资格")
#: A clause that only says why the document was made, or that there is a system of its kind.
PURPOSE = re.compile(r"为了?[^。]*制定本[^。]*。?|国家建立[^。]*制度，保障[^。]*。?")
TOO_LONG = 1200


def basis_direct(item: Item, context: Context) -> Iterator[Finding]:
    """所引条文与事项没有直接对应的内容。

    What: no quoted text shares a word with the object of the name; clauses on the purpose of a law do not
        count. A hint where more than 1200 characters are quoted for one item.
    Why: 附件1 3.3.5.2 「选取直接对应的内容」
    Example: “取水许可”引《中华人民共和国水法》第一条立法目的.
    Remedy: 改引直接设定该事项的条款.
    """
    del context
    if item.row is None or not item.citations:
        return
    basis = basis_of(item)
    quotes = [quote(basis, citation) for citation in item.citations]
    quoted = "".join(quotes)
    if len(quoted) > TOO_LONG:
        yield _too_long(item, len(quoted))
    words = object_words(item.row.full_name)
    told = PURPOSE.sub("", quoted) if "制定本" in quoted or "国家建立" in quoted else quoted
    if not words or any(word in told for word in words):
        return
    if not content(quoted) or any(word in fold(told) for word in words) or _named_by_title(item, words, told):
        return
    start, stop = next(
        quote_span(basis, citation) for citation, text in zip(item.citations, quotes, strict=True) if text
    )
    yield RULE.finding(
        f"所引条文未见与“{item.row.full_name}”直接对应的内容（附件1 3.3.5.2），请核对条款，改引直接设定该事项的条文。",
        field="legal_basis",
        excerpt=basis[start:stop],
        span=(start, stop),
    )


def _named_by_title(item: Item, words: set[str], told: str) -> bool:
    """Whether a title names the object and the quoted text the act: 辐射安全许可证 in a 条例 on 射线装置安全."""
    name = item.row.full_name if item.row else ""
    acts = set(ACT.findall(name))
    return any(act in told for act in acts) and any(word in each.title for each in item.citations for word in words)


def object_words(name: str) -> set[str]:
    """Every two characters in a row of the name's object."""
    parts = STOP_WORDS.split(fold(name))
    return {part[at : at + 2] for part in parts for at in range(len(part) - 1)}


def _too_long(item: Item, length: int) -> Finding:
    """The hint on too much text for one item."""
    basis = basis_of(item)
    return RULE.finding(
        f"设定依据引用条文共{length}字，请只保留与事项直接对应的内容（附件1 3.3.5.2）。",
        field="legal_basis",
        excerpt=basis,
        span=(0, len(basis)),
        severity=Severity.HINT,
    )


RULE = Rule(
    code="BASIS-DIRECT",
    name="条文与事项不直接对应",
    clause="附件1 3.3.5.2",
    quote="选取直接对应的内容",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=basis_direct,
)
