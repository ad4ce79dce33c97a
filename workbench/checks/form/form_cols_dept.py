"""FORM-COLS-DEPT."""

from collections.abc import Iterator

from workbench.checks.form.columns import COMMON, is_kind, missing
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity


def form_cols_dept(item: Item, context: Context) -> Iterator[Finding]:
    """部门目录缺少式样规定的列。

    What: a printed column is missing or renamed.
    Why: 附件1 3.3.1 「部门政务服务事项目录的内容包括：……」
    Example: 缺“实施机构”列.
    Remedy: 按式样补列.
    """
    del context
    if is_kind(item, CatalogueKind.DEPARTMENT):
        yield from missing(RULE, item, (*COMMON, "实施机构", "备注"), "《部门政务服务事项目录》")


RULE = Rule(
    code="FORM-COLS-DEPT",
    name="部门目录缺列",
    clause="附件1 3.3.1",
    quote="部门政务服务事项目录的内容包括：基本编码、事项名称、实施机构、事项类型、设定依据、备注。",
    scopes=("sheet",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=form_cols_dept,
)
