"""FORM-EXCEL."""

from collections.abc import Iterator
from pathlib import PurePath

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

EXCEL = ("xlsx", "xls", "xlsm", "xlsb")
NAMES = {
    "et": "WPS 表格",
    "doc": "Word 文档",
    "docx": "Word 文档",
    "pdf": "PDF",
    "html": "网页",
    "htm": "网页",
    "csv": "CSV 文本",
}
LOCKED = ("encrypted", "加密", "password", "密码", "locked")


def form_excel(item: Item, context: Context) -> Iterator[Finding]:
    """报送的文件不是规范的 excel 文件。

    What: the content is no .xlsx or .xls workbook, whatever the file is called, or a password keeps it shut. Where
        only the name is known, its ending decides. Guides have forms of their own and are not meant.
    Why: 附件1 3.2 「要求采用 excel 文件统一格式编写。」
    Example: 报送扫描的 PDF.
    Remedy: 另存为 .xlsx，不加密码，重新报送.
    """
    del context
    meta = item.meta or {}
    file, really = (meta.get(key) if isinstance(meta.get(key), str) else None for key in ("file", "opens_as"))
    kind = fold(really).lower().lstrip(".") if really is not None else PurePath(file or "").suffix.lower().lstrip(".")
    if (really is None and not kind) or kind in EXCEL or "指南" in str(meta.get("kind") or ""):
        return
    named = f"“{file}”" if file else ""
    if any(word in kind for word in LOCKED):
        fault = "设有密码，无法读取，请取消密码"
    else:
        found = f"（实为 {NAMES.get(kind, kind)}）" if kind else ""
        fault = f"不是规范的excel格式{found}，请用 Excel 或 WPS 另存为 .xlsx 文件"
    yield RULE.finding(f"报送文件{named}{fault}后重新报送（附件1 3.2）。", field="file", excerpt=file or "")


RULE = Rule(
    code="FORM-EXCEL",
    name="不是excel文件",
    clause="附件1 3.2",
    quote="按照《辽宁省人民政府办公厅关于编制政务服务事项目录和办事指南的通知》要求采用 excel 文件统一格式编写。",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=form_excel,
)
