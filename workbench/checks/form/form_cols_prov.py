"""FORM-COLS-PROV."""

from collections.abc import Iterator

from workbench.checks.form.columns import COMMON, extra, is_kind, missing
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity

PRINTED = (*COMMON, "层级和部门", "备注")
FORM = "《省（市设）政务服务事项目录》"


def form_cols_prov(item: Item, context: Context) -> Iterator[Finding]:
    """省目录、市设目录缺少式样规定的列。

    What: a printed column is missing or renamed; one beyond the form is a hint.
    Why: 附件1 3.3.1 「……的内容包括：基本编码、事项名称、事项类型、设定依据、层级和部门、备注。」
    Example: 缺“子项”列.
    Remedy: 按式样补列.
    """
    del context
    if is_kind(item, CatalogueKind.PROVINCIAL, CatalogueKind.CITY):
        lacking = list(missing(RULE, item, PRINTED, FORM))
        yield from lacking or extra(RULE, item, PRINTED, FORM)


RULE = Rule(
    code="FORM-COLS-PROV",
    name="省（市设）目录缺列",
    clause="附件1 3.3.1",
    quote="省政务服务事项目录、市设政务服务事项目录的内容包括：基本编码、事项名称、事项类型、设定依据、层级和部门、备注。",
    scopes=("sheet",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=form_cols_prov,
)
