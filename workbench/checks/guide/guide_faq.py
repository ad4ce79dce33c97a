"""GUIDE-FAQ."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare, fold

FIELD = "常见问题"
#: A text that explains is longer than this.
SHORTEST = 12
QUESTION = re.compile(r"[?]|问题?[一二三四五六七八九十\d]*[:、.]|Q\d*[:.]|^问")
ANSWER = re.compile(r"答案?[一二三四五六七八九十\d]*[:、.]|A\d*[:.]|答")


def guide_faq(item: Item, context: Context) -> Iterator[Finding]:
    """常见问题没有问答，也没有说明。

    What: the element is blank or 无, has a question without an answer, or is too short to explain anything.
    Why: 附件2 三(二)26 「针对服务中遇到的普遍性问题，形成问答式、说明式的办事指南。」
    Example: 无.
    Remedy: 问：……？答：…….
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    folded = fold(text)
    asks = QUESTION.search(folded)
    answered = ANSWER.search(folded) or ("?" in folded and bare(folded.rpartition("?")[2]))
    if (asks and not answered) or (not asks and len(bare(text)) < SHORTEST):
        yield RULE.finding(
            f"常见问题应为问答式、说明式（附件2 三(二)26），{'现只有问题没有回答' if asks else '现没有问答或说明'}，请补充。",
            **whole(FIELD, text),
        )


RULE = Rule(
    code="GUIDE-FAQ",
    name="常见问题",
    clause="附件2 三(二)26",
    quote="针对服务中遇到的普遍性问题，形成问答式、",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=guide_faq,
)
