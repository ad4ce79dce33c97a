"""SCOPE-COMPLETE."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.scope.submitted import Submitted
from workbench.checks.type_variants import VARIANTS
from workbench.records import ITEM_TYPES, Certainty, Finding, Severity
from workbench.records.tidy import fold

LISTS = ("权责清单", "公共服务事项目录")


def scope_complete(item: Item, context: Context) -> Iterator[Finding]:
    """权责清单、公共服务事项目录里的事项，目录没有列也没有说明。

    What: an entry of one of the five types that no row, sub-item or basis of the submission is, and that no
        remark says was dropped. One of the two lists is enough to compare with that one.
    Why: 附件1 3.1.1 「所有法规文件规定的政务服务事项均应当列入政务服务事项目录，并向社会公开。」
    Example: 权责清单有“取水许可”，目录没有.
    Remedy: 补列，或在备注说明删除理由.
    """
    submitted = Submitted(item.rows, context)
    for name in LISTS:
        for entry in context.lists.get(name, ()):
            if of_the_five(entry.item_type) and submitted.concerns(entry) and not submitted.has(entry):
                yield RULE.finding(
                    f"《{name}》中的“{entry.name}”未列入目录，也未见删除说明，请补列或在备注说明删除理由（附件1 3.1.1）。",
                    excerpt=entry.name,
                )


def of_the_five(kind: str | None) -> bool:
    """Whether an entry may be one of the five types; 行政检查 and its like come in stage five."""
    return not kind or fold(kind) in ITEM_TYPES or fold(kind) in VARIANTS


RULE = Rule(
    code="SCOPE-COMPLETE",
    name="清单事项没有列入",
    clause="附件1 3.1.1",
    quote="除 3.1.2 所述情形外，所有法规文件规定的政务服务事项均应当列入政务服务事项目录，并向社会公开。",
    scopes=("rows",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=scope_complete,
    verdict="add",
    shown_first=Severity.DOUBT,
    needs=LISTS,
    any_list=True,
)
