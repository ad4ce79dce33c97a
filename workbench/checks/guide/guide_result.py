"""GUIDE-RESULT."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, says_none, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import PUBLIC_SERVICE, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare

FIELD = "结果名称"
NAMES = re.compile(r"(?:[（(][^（()）]*[）)]|正[、和]副本|[^、，,；;/／\s])+")
_WORDS = (
    "行政 审批 审核 审查 办理 申请 登记 备案 核准 批准 许可 确认 认定 准予 准许 已 予以 不予 是否 材料 事项 结果 手续 同意 通过 完成 办结 办毕 完毕 合格 "
    "成功 受理 给予 或者 或 和 与 其他 暂 结束 答复 与否 及"
)
GENERAL = re.compile(f"(?:{'|'.join(sorted(_WORDS.split(), key=len, reverse=True))})++|没有|不涉及|暂无|是|有")
#: What the names of documents, and of what is handed out, end in.
ENDING = re.compile(
    r"(?:证|书|批复|批文|复函|函|决定|单|证明|文件|牌|牌照|号牌|照|回执|意见|通知|公告|通告|报告|表|凭证|凭据|票据?|卡|本|簿|册|件|执照|资格|名单|目录|标志|标识|章"
    r"|编号|号|结论|待遇|津贴|补贴|补助|金|费|款|物资|救助|公示|纪要|档案|合同|协议|存根|计划|方案|指标|证书|样本|数据|信息|记录|清单|图)(?:正副本|正本|副本|及附件)?$"
)
#: Consulting or looking something up may end without a document.
SERVICE = re.compile(r"咨询|查询|查阅|检索|指导|宣传|培训|服务|讲解|参观|借阅|给付|补助|补贴|救助")


def guide_result(item: Item, context: Context) -> Iterator[Finding]:
    """结果名称不是证件或决定书的名称。

    What: the result is a general word such as 办结 or 通过, or has no ending that documents have.
    Why: 附件2 三(二)10 「结果名称。填写法律法规表述的规范命名，主要指证件名称、决定书名称。」
    Example: 审批通过.
    Remedy: 取水许可证.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    general = is_blank(text) or says_none(text) or GENERAL.fullmatch(bare(text))
    if not general and all(ENDING.search(bare(name)) for name in NAMES.findall(text)):
        return
    yield RULE.finding(
        f"结果名称应为法律法规表述的证件或决定书名称，现{f'为“{text.strip()}”' if text.strip() else '未填写'}（附件2 三(二)10），请更正。",
        **whole(FIELD, text),
        severity=Severity.HINT if not general or (says_none(text) and may_have_none(item)) else None,
    )


def may_have_none(item: Item) -> bool:
    """Whether a matter may have no document as its result: a public service, or one that only informs or helps."""
    return type_of(item) == PUBLIC_SERVICE or bool(item.guide and SERVICE.search(item.guide.name))


RULE = Rule(
    code="GUIDE-RESULT",
    name="结果名称不规范",
    clause="附件2 三(二)10",
    quote="结果名称。填写法律法规表述的规范命名，主要指证件名称、决定书名称。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=guide_result,
)
