"""BASIS-STANDARD."""

import re
from collections.abc import Iterator

from workbench.checks.basis.effective_rank import label_rank
from workbench.checks.basis.quoted import header
from workbench.checks.basis.relabel import relabel
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Rank, Severity

#: The number of a national, local or trade standard: GB50016-2014, GB/T 1234, DB21/T1234, JGJ 46.
STANDARD_NUMBER = re.compile(
    r"(?<![A-Za-z])(?:DB\s?\d{2}|TSG(?:\s?[A-Z])?|[A-Z]{2,4})\s*(?:/\s*[TZ])?\s*[-—]?\s*\d{1,6}(?:\.\d+)*(?!\d*号)"
)


def basis_standard(item: Item, context: Context) -> Iterator[Finding]:
    """标准、规范、规程没有标为“标准规范”。

    What: a document with a standard's number bears another label. One called 规范 but issued under a document
        number stays what its number says.
    Why: 附件1 3.3.5.7 「标准、规范、规程的位阶标注为“标准规范”。」
    Example: 【规范性文件】《建筑设计防火规范》（GB50016-2014）
    Remedy: 【标准规范】《建筑设计防火规范》（GB50016-2014）
    """
    del context
    basis = basis_of(item)
    for index, citation in enumerate(item.citations):
        label = label_rank(citation)
        if label in (None, Rank.STANDARD):
            continue
        if not STANDARD_NUMBER.search(citation.title) and not STANDARD_NUMBER.search(header(basis, citation)):
            continue
        yield relabel(
            RULE,
            item,
            index,
            f"《{citation.title}》为标准、规范、规程，位阶应标注“标准规范”，现为“{label}”（附件1 3.3.5.7）。"
            "请核实后改正。",
            Rank.STANDARD,
        )


RULE = Rule(
    code="BASIS-STANDARD",
    name="标准规范标注不当",
    clause="附件1 3.3.5.7",
    quote="标准、规范、规程的位阶标注为“标准规范”。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=basis_standard,
)
