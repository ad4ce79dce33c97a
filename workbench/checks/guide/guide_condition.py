"""GUIDE-CONDITION."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare, fold

FIELD = "受理条件"
SHORTEST = 10
#: A whole document named without an article lists no condition either.
TITLE = re.compile(r"《[^》]*》(?:[（(][^（()）]*[）)])?")
#: A text of these words alone names no condition.
_WORDS = (
    "凡 公民 自然人 法人 组织 均可 申请人 申请单位 申请者 申请事项 当事人 企业 单位 个人 本事项 该事项 事项 均 都 应当 应该 应 须 必须 需要 需 要 "
    "可以 即可 可 方可 的 并 且 符合 具备 满足 遵守 按照 按 依据 根据 依照 依法 参照 遵照 详见 参见 见 以 为准 执行 办理 受理 申请 申办 提出 给予 "
    "予以 进行 具体 国家 本省 我省 省 现行 有关 相关 其他 其它 各项 全部 一切 所有 上述 本 以上 以下 下列 法律 法规 规章 规定 规范性 政策 文件 制度 标准 "
    "要求 条件 规范 内容 情形 情况 精神 及 和 与 或者 或 以及 等 中 内 之 所 在 由 主管部门 部门 附件 后附 另行 通知 为 是"
)
GENERAL = re.compile(f"(?:{'|'.join(sorted(_WORDS.split(), key=len, reverse=True))})++")


def guide_condition(item: Item, context: Context) -> Iterator[Finding]:
    """受理条件笼统，没有列明具体条件。

    What: the conditions are shorter than ten signs, or consist of general words only.
    Why: 附件2 三(一)6 「受理条件。指法律法规等列明的具体条件。」
    Example: 符合相关法律法规规定.
    Remedy: （一）具有法人资格；（二）有与业务相适应的专业人员.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    if len(fold(text)) < SHORTEST or GENERAL.fullmatch(bare(TITLE.sub("", text))):
        shown = f"表述笼统（“{shorten(text)}”）" if text.strip() else "未填写"
        yield RULE.finding(
            f"受理条件应为法律法规列明的具体条件，现{shown}（附件2 三(一)6），请逐条列明。",
            **whole(FIELD, text),
        )


RULE = Rule(
    code="GUIDE-CONDITION",
    name="受理条件笼统",
    clause="附件2 三(一)6",
    quote="受理条件。指法律法规等列明的具体条件。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=guide_condition,
)
