"""BASIS-REQUIRED."""

import re
from collections.abc import Iterator

from workbench.checks.basis.citation_forms import DOCUMENT_NUMBER
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Row, Severity
from workbench.records.tidy import bare

#: A cell that says that there is no basis belongs to SCOPE-NO-BASIS.
SAYS_NONE = re.compile(
    r"^(?:暂|目前|现|尚)?(?:无|没有|缺少?)(?:任何|明确|相关|有关|设定|设立|法律|法规|规章|文件|的)*(?:依据)?$"
)
#: A document named without marks: a 三定 with its clause, an order's number, a title with a bracket or article.
NAMES_DOCUMENT = re.compile(
    r"三定.{0,6}[第（(].{0,6}[条项）)]|第?\d+号令|令第?[〇零一二三四五六七八九十百\d]+号"
    r"|(?:法|条例|办法|细则|规定|决定)\s*(?:[（(]\d{4}|第\s*[一二三四五六七八九十百\d]+\s*[条项])|(?<![有相]关)(?:法|条例)$"
)


def basis_required(item: Item, context: Context) -> Iterator[Finding]:
    """设定依据空白，或者没有写出任何法规文件。

    What: the basis cell is blank, also after inheriting from the main item, or cites no document at all.
    Why: 附件1 3.3.1 「省政务服务事项目录、市设政务服务事项目录的内容包括：基本编码、事项名称、事项类型、设定依据…」
    Example: 设定依据为“按上级要求办理”.
    Remedy: 填写法规文件的位阶、全称、文号和条文.
    """
    del context
    row = item.row
    if row is None or row.legal_basis is None or _inherits(row, item.parent):
        return
    text = row.legal_basis
    if item.citations or "《" in text or SAYS_NONE.match(bare(text)):
        return
    if DOCUMENT_NUMBER.search(text) or NAMES_DOCUMENT.search(text):
        return
    found = f"现为“{shorten(text)}”，没有写出法规文件" if text.strip() else "现为空白"
    yield RULE.finding(
        f"“{row.full_name}”未填写设定依据：{found}（附件1 3.3.1）。请填写法规文件的位阶、全称、文号和条文。",
        field="legal_basis",
        excerpt=text,
        span=(0, len(text)),
    )


def _inherits(row: Row, parent: Row | None) -> bool:
    """Whether a blank sub-item takes its basis from the main item."""
    return not (row.legal_basis or "").strip() and bool(parent and (parent.legal_basis or "").strip())


RULE = Rule(
    code="BASIS-REQUIRED",
    name="未填写设定依据",
    clause="附件1 3.3.1",
    quote="省政务服务事项目录、市设政务服务事项目录的内容包括：基本编码、事项名称、事项类型、设定依据、层级和部门、备注。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_required,
)
