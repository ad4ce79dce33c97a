"""GUIDE-RESULT-SAMPLE."""

import re
from collections.abc import Iterator

from workbench.checks.guide.guide_result import may_have_none
from workbench.checks.guide_facts import filled, is_blank, part, says_none, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "结果样本"
NO_SAMPLE = re.compile(r"(?:没有|暂无|有|略|待.{0,4}|不涉及|现场领取|窗口领取|无样本|暂无样本)[。.]?")
#: Eighteen signs with a possible date of birth; numbers of documents and of companies have none.
IDENTITY = re.compile(
    r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
MOBILE = re.compile(r"(?<![\dA-Za-z])1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\dA-Za-z])")


def guide_result_sample(item: Item, context: Context) -> Iterator[Finding]:
    """结果样本缺失，或露出个人信息。

    What: a result is named and no sample is given (a hint where a service that only informs says 无); or the sample
        shows a whole identity number or mobile number.
    Why: 附件2 三(二)11 「样本采用安全通用的文件格式，如涉及企业或个人不宜公开的信息须作隐藏处理。」
    Example: 样本：王某某，身份证号完整可见.
    Remedy: 号码用×遮住.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    if (is_blank(text) or says_none(text) or NO_SAMPLE.fullmatch(fold(text))) and filled(item, "结果名称"):
        yield RULE.finding(
            "结果样本缺失，应提供批文或证照样本（jpg、png、pdf、docx 等通用格式）（附件2 三(二)11），请补充。",
            **whole(FIELD, text),
            severity=Severity.HINT if says_none(text) and may_have_none(item) else None,
        )
    for what, pattern in (("身份证号", IDENTITY), ("手机号", MOBILE)):
        for match in pattern.finditer(text):
            yield RULE.finding(
                f"结果样本含未隐藏的个人信息（{what}）（附件2 三(二)11），请用×或*遮住后重新提供。",
                **part(FIELD, text, match.span()),
            )


RULE = Rule(
    code="GUIDE-RESULT-SAMPLE",
    name="结果样本",
    clause="附件2 三(二)11",
    quote="样本采用安全通用的文件格式，如涉及企业或个人不宜公开的信息须作隐藏处理。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=guide_result_sample,
    shown_first=Severity.DOUBT,
)
