"""BASIS-CLAUSE."""

import re
from collections.abc import Iterator

from workbench.checks.basis.quoted import REFERENCE, content, quote
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

ANNEX = re.compile(r"附[件录表]")

ARTICLE = re.compile(r"第\s*[〇零○一二三四五六七八九十百千\d]+\s*条")

#: Characters of quoted text that an article needs; an item of a list or an annex may be a name alone.
ENOUGH, ENOUGH_IN_LIST = 10, 4


def basis_clause(item: Item, context: Context) -> Iterator[Finding]:
    """法规文件只列名称，没有条款或者没有条文内容。

    What: a citation has no article (or part, item of an annex), or no text quoted behind it.
    Why: 附件1 3.3.5.2 「设定依据应当引用法规文件的具体条款和内容」
    Example: 【法律】《中华人民共和国渔业法》（1986年1月20日主席令第三十四号）第二十三条
    Remedy: 另起一行写出条号和条文全文.
    """
    del context
    basis = basis_of(item)
    for index, citation in enumerate(item.citations):
        text = quote(basis, citation)
        lack = _lack(text)
        if lack is None:
            continue
        start, stop = citation.title_span
        yield RULE.finding(
            f"《{citation.title}》{lack}，应引用具体条款和内容（附件1 3.3.5.2）。请另起一行补充条号和条文。",
            field="legal_basis",
            excerpt=basis[start:stop],
            span=(start, stop),
            citation=index,
        )


def _lack(text: str) -> str | None:
    """What a citation lacks, in words; None where it has an article and enough text."""
    if not REFERENCE.search(text):
        return "只列名称，没有条款"
    enough = ENOUGH if ARTICLE.search(text) and not ANNEX.search(text) else ENOUGH_IN_LIST
    said = content(text) and "".join(REFERENCE.sub("", text).split())
    return None if len(said) >= enough else "只列条号，没有条文内容"


RULE = Rule(
    code="BASIS-CLAUSE",
    name="未引用具体条款和内容",
    clause="附件1 3.3.5.2",
    quote="设定依据应当引用法规文件的具体条款和内容",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_clause,
)
