"""NAME-FRAME."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import exact_entries
from workbench.checks.row_facts import CONFIRMATION, GRANT, LEVY, PERMIT, PUBLIC_SERVICE, name_field, name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FRAMED_APART = (LEVY, CONFIRMATION, GRANT)
#: Lists whose names stand as they are, where they are loaded: 4.1.1 and 4.5 go before the frame.
FINAL = {PERMIT: "中央指定清单", PUBLIC_SERVICE: "公共服务事项目录"}
NOUN = re.compile(
    r"(?:证|证书|费|证明|制度|工作|管理办法|办法|手册|卡|补贴|资格|目录|清单|规定|条例|企业|人员|单位|机构)(?:[（(][^）)]*[）)])?$"
)
VERB = re.compile(
    r"(?:出具|开具|公证|认证|换证|补证|领证|办证|发证|验证|查证|签证|论证|保证|求证|免费|收费|缴费|退费)$"
)


def name_frame(item: Item, context: Context) -> Iterator[Finding]:
    """名称只有对象，没有行使方式（动词）。

    What: the name ends with a noun such as 证, 费, 工作.
    Why: 附件1 3.3.4.3 「事项名称一般采用“事项规范对象……+事项行使方式（动词）”的形式编写」
    Example: 社会保险工作.
    Remedy: 补上行使方式，如“……办理”.
    """
    name, final = name_of(item), context.lists.get(FINAL.get(type_of(item), ""), ())
    if type_of(item) in FRAMED_APART or not name or exact_entries(item, final):
        return
    found = NOUN.search(fold(name))
    if found and not VERB.search(fold(name)):
        yield RULE.finding(
            f"事项名称“{name}”以“{found.group()}”结尾，未采用“对象＋行使方式（动词）”的形式（附件1 3.3.4.3），请补上行使方式。",
            field=name_field(item),
            excerpt=name,
            span=(0, len(name)),
        )


RULE = Rule(
    code="NAME-FRAME",
    name="名称没有行使方式",
    clause="附件1 3.3.4.3",
    quote="事项名称一般采用“事项规范对象（名词或名词性词组）+事项行使方式（动词）”的形式编写",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=name_frame,
)
