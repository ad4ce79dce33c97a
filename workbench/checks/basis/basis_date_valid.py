"""BASIS-DATE-VALID."""

import re
from collections.abc import Iterator
from datetime import date

from workbench.checks.basis.dates import DATE, as_date, judged_on
from workbench.checks.basis.on_citation import on_citation
from workbench.checks.basis.quoted import header_span
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity, Span

FOUNDING = date(1949, 10, 1)
#: What a copied template leaves behind.
RESIDUE = re.compile(
    r"(?<![〇零○一二三四五六七八九十\d])[XＸx×＊*#＃○_]{1,4}\s*年"
    r"(?:\s*[XＸx×＊*#＃○_\d]{1,4}\s*月)?(?:\s*[XＸx×＊*#＃○_\d]{1,4}\s*日)?"
    r"|第\s*(?:[XＸx×＊*#＃_]+|[.…⋯。·]{1,6}|\s)\s*(?:号|届|次)|[#＃]{2,}\s*令"
)
MODIFIED = re.compile(r"修改|修正|修订")
IN_FORCE = re.compile(r"^\s*起?\s*(?:施行|实施|生效|执行)")
SEPARATOR = re.compile(r"[，,；;、]")


def basis_date_valid(item: Item, context: Context) -> Iterator[Finding]:
    """法规文件的日期无效，或者残留模板占位符。

    What: a date behind a title is no day of the calendar, lies before 1949-10-01 or after the submission, or a
        modification precedes the issue; or the template (XX年, 第...号, ##令) was left unfilled.
    Why: 附件1 3.3.5.8 「(XX年XX月XX日主席令第...号, 修改时间等)」
    Example: 《中华人民共和国渔业法》（2016年2月30日主席令第三十四号）
    Remedy: 对照公布文本填写日期和令号.
    """
    del context
    basis = basis_of(item)
    today = judged_on(item)
    for index, citation in enumerate(item.citations):
        fault = _fault(basis, header_span(basis, citation), today)
        if fault is None:
            continue
        span, reason = fault
        yield on_citation(
            RULE,
            item,
            index,
            f"《{citation.title}》的日期或令号“{basis[span[0] : span[1]]}”{reason}（附件1 3.3.5.8）。"
            "请对照公布文本改正。",
            span=span,
        )


def _fault(basis: str, span: Span, today: date) -> tuple[Span, str] | None:
    """The first faulty date or piece of a template, and what is wrong with it."""
    residue = RESIDUE.search(basis, *span)
    if residue:
        return residue.span(), "残留模板占位符"
    issued: date | None = None
    for match in DATE.finditer(basis, *span):
        day = as_date(match)
        if day is None:
            return match.span(), "不是有效的日期"
        if day < FOUNDING:
            return match.span(), "早于1949年10月1日"
        if day > today and not IN_FORCE.match(basis[match.end() : span[1]]):
            return match.span(), "晚于报送日期"
        if _is_modification(basis, match, span[1]):
            if issued and day < issued:
                return match.span(), "为修改日期，早于公布日期"
        else:
            issued = issued or day
    return None


def _is_modification(basis: str, match: re.Match[str], stop: int) -> bool:
    """Whether the words behind a date, up to the next mark, say that the document was modified then."""
    return bool(MODIFIED.search(SEPARATOR.split(basis[match.end() : stop], maxsplit=1)[0]))


RULE = Rule(
    code="BASIS-DATE-VALID",
    name="日期无效或残留模板",
    clause="附件1 3.3.5.8",
    quote="(XX年XX月XX日主席令第...号, 修改时间等)",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_date_valid,
)
