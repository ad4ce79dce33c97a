"""NAME-FROM-BASIS."""

import re
from collections.abc import Iterator
from itertools import pairwise

from workbench.checks.basis.quoted import content, quote
from workbench.checks.item import Context, Item
from workbench.checks.likeness import exact_entries
from workbench.checks.row_facts import PERMIT, PUBLIC_SERVICE, basis_of, name_of, printed_name, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare, fold

LEAST, LONG = 0.5, 60
#: Words of the frames and of what is done: they tell nothing of the matter's content.
FRAME = re.compile(
    r"对|的|确认|给付|征收|核发|审批|审核|许可|核准|登记|备案|认定|办理|受理|申请|申报|申领|报名|查询|咨询|公开|公示|发放|出具|"
    r"进度|情况|结果|首次|设立|新办|变更|延续|换发|换证|补办|补发|注销|撤销|年检|年审|初审|服务|事项|信息"
)
#: Lists whose names stand as they are: 4.1.1 and 4.5 go before the words of the article.
FINAL = {PERMIT: "中央指定清单", PUBLIC_SERVICE: "公共服务事项目录"}


def name_from_basis(item: Item, context: Context) -> Iterator[Finding]:
    """名称没有用所引条文的文字，或者太长。

    What: less than half of the character pairs of the name, its frame left aside, stand in the quoted text;
        or the name is longer than 60 characters. Names that a list gives are not compared.
    Why: 附件1 3.3.4.2 「尽量使用法规条文的文字，或者用法规条文的文字进行组合，并力求简明、准确」
    Example: 放水证办理，条文“取水许可证”.
    Remedy: 用条文的文字改写名称.
    """
    name = name_of(item)
    if item.row is None or not name or exact_entries(item, context.lists.get(FINAL.get(type_of(item), ""), ())):
        return
    text = " ".join(quote(basis_of(item), each) for each in item.citations)
    share = coverage(item.row.full_name, bare(text)) if content(text) else 1.0
    if share < LEAST:
        yield RULE.finding(
            f"事项名称“{name}”用语与所引条文不一致（重合度{share:.0%}），请尽量使用法规条文文字（附件1 3.3.4.2）。",
            **printed_name(item.row),
        )
    elif len(fold(name)) > LONG:
        yield RULE.finding(
            f"事项名称有{len(fold(name))}个字，应力求简明、准确（附件1 3.3.4.2），请精简。", **printed_name(item.row)
        )


def coverage(name: str, text: str) -> float:
    """Which share of the name's character pairs stands in the text; 1 where the name has none beside its frame."""
    parts = [bare(part) for part in FRAME.split(fold(name))]
    pairs = {a + b for part in parts for a, b in pairwise(part)}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 1.0


RULE = Rule(
    code="NAME-FROM-BASIS",
    name="名称没有用条文文字",
    clause="附件1 3.3.4.2",
    quote="事项名称的编写应当以所依据的法规文件为依据，尽量使用法规条文的文字，或者用法规条文的文字进行组合，并力求简明、准确，能够反映法规文件条文的本质特征。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=name_from_basis,
)
