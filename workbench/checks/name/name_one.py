"""NAME-ONE."""

import re
from collections.abc import Iterator

from workbench.checks.duplicate.namesakes import basis_differs, namesakes
from workbench.checks.item import Context, Item
from workbench.checks.likeness import names_of
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

VERBS = "许可|核发|审批|登记|认定|备案|征收|给付|确认|核准|查询|注册|鉴定"
#: An object and its verb: 新建、改建、扩建……审批 and 设立、变更、注销登记 are one name, not several.
STAGE = "(?:设立|成立|开业|变更|注销|撤销|延续|延期|补办|补发|换发|换证|首次|初始|转移|终止|年度)"
#: 教师资格认定和证书核发 is one matter and its outcome.
OUTCOME = "(?:证书|证件|证照|资格|资质)"
WHOLE = rf"[\u4e00-\u9fa5]{{2,}}(?:{VERBS})"
SEVERAL = re.compile(
    rf"[；;]\s*[\u4e00-\u9fa5]{{3,}}"
    rf"|(?:^|\n)\s*1\s*[.．、][^\n]+\s*2\s*[.．、]"
    rf"|^[（(]?[1一][）)、][^\n]+?[（(]?[2二][）)、]|^①.+②"
    rf"|(?:{VERBS})\s*\n\s*{WHOLE}"
    rf"|^(?!{STAGE}(?:{VERBS})){WHOLE}[、和及](?!{STAGE}|{OUTCOME}){WHOLE}$"
)


def name_one(item: Item, context: Context) -> Iterator[Finding]:
    """一个名称写了几个事项，或一个名称用于依据不同的几行。

    What: one name cell holds several names, set apart by line breaks, ； or numbers; or rows of one catalogue
        have the same name and sub-item and another basis.
    Why: 附件1 3.3.4.1 「一个事项名称对应一个政务服务事项。」
    Example: 取水许可；河道采砂许可.
    Remedy: 拆分、列为子项或合并.
    """
    del context
    yield from _in_one_cell(item)
    for at, other in namesakes(item.rows):
        here, there = item.rows[at], item.rows[other]
        if basis_differs(here, there):
            place = f"序号{there.seq}" if there.seq else f"第{other + 1}行"
            yield RULE.finding(
                f"一个事项名称应对应一个事项：与本目录{place}同名“{here.full_name}”而设定依据不同（附件1 3.3.4.1），请拆分、列为子项或合并。",
                **printed_name(here),
                at=at,
                other=other,
            )


def _in_one_cell(item: Item) -> Iterator[Finding]:
    """The findings on name cells that hold several names."""
    for field, name in names_of(item.row) if item.row else ():
        if SEVERAL.search(name.strip()):
            yield RULE.finding(
                f"一个事项名称应对应一个事项：“{' '.join(name.split())}”写有多个名称（附件1 3.3.4.1），请拆分、列为子项或合并。",
                field=field,
                excerpt=name,
                span=(0, len(name)),
            )


RULE = Rule(
    code="NAME-ONE",
    name="名称与事项不是一一对应",
    clause="附件1 3.3.4.1",
    quote="一个事项名称对应一个政务服务事项。",
    scopes=("row", "rows"),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=name_one,
)
