"""BASIS-COMPLETE."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from workbench.checks.basis.basis_no_ellipsis import ELLIPSIS
from workbench.checks.basis.quoted import content, quote_span
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of, shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Severity, Span

ARTICLE_HEAD = re.compile(
    r"(?:^|(?<=[\n。；！？”）》]))[\s\u3000]*第\s*[〇零○一二三四五六七八九十百千\d]+\s*条(?:\s*之\s*[一二三四五六七八九十\d]+)?[\s\u3000：:]*"
)
#: A note may follow the sentence: ……制度。（2016年修改）
SENTENCE_END = re.compile(r"[。；;！？!?.][”」』’）)]*(?:\s*[（(][^（()）。；]{1,30}[）)])?$")
#: Text without an article number counts as a sentence once it has a comma, a stop or a duty.
SENTENCE = re.compile(r"[，,。；;]|应当|必须|不得|、$")
ENUMERATION = re.compile(
    r"(?:^|(?<=[\s。；：，、;:,]))(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[①-⑳])[)）]", re.MULTILINE
)
#: Only a text as short as this may consist of article numbers alone.
SHORT = 60
ANNEX = re.compile(r"附[件表录]")
PAIRS = (("《", "》"), ("（(", "）)"))


def basis_complete(item: Item, context: Context) -> Iterator[Finding]:
    """所引条文被截断，或者括号、书名号、引号不配对。

    What: a quoted article does not end a sentence, announces items that do not follow, or has a bracket,
        a title mark or a quotation mark without its partner.
    Why: 附件1 3.3.5.2 「所引用的法规条文应当准确、完整」
        「法规条文的款下分为若干项且需按项列为不同事项的，可以仅引用对应的项。」
    Example: 第二十三条 从事捕捞作业应当经渔业行政主管
    Remedy: 对照法规原文补全条文.
    """
    del context
    basis = basis_of(item)
    for index, citation in enumerate(item.citations):
        for number, (start, stop) in _parts(basis, citation):
            fault = _fault(basis[start:stop], is_article=bool(number))
            if fault is None:
                continue
            tail = max(start, stop - 12)
            yield RULE.finding(
                f"《{citation.title}》{number}引用不完整：{fault}，现止于“{shorten(basis[tail:stop])}”"
                "（附件1 3.3.5.2）。请对照原文补全。",
                field="legal_basis",
                excerpt=basis[tail:stop],
                span=(tail, stop),
                citation=index,
            )
            break


def _parts(basis: str, citation: Citation) -> Iterator[tuple[str, Span]]:
    """The quoted texts of a citation, each with its article number; one without number where there is none."""
    start, stop = quote_span(basis, citation)
    text = basis[start:stop]
    heads = list(ARTICLE_HEAD.finditer(text))
    if not heads:
        yield "", (start, stop)
    for head, following in zip_longest(heads, heads[1:]):
        part = text[head.end() : following.start() if following else None]
        first = start + head.end()
        yield "".join(head[0].split()).rstrip("：:"), (first, first + len(part.rstrip()))


def _fault(text: str, *, is_article: bool) -> str | None:
    """What is incomplete about a quoted text, in words."""
    if (len(text) < SHORT and not content(text)) or ELLIPSIS.search(text):
        return None
    if text[-1] in "：:":
        return "冒号后没有列出各项"
    is_sentence = is_article or (SENTENCE.search(text) and not ANNEX.match(text))
    if is_sentence and not SENTENCE_END.search(text):
        return "没有写到句末"
    bare_text = ENUMERATION.sub("", text)
    for opening, closing in PAIRS:
        if sum(map(bare_text.count, opening)) != sum(map(bare_text.count, closing)):
            return f"“{opening[0]}”与“{closing[0]}”不配对"
    return "引号不配对" if sum(map(text.count, "“”")) % 2 else None


RULE = Rule(
    code="BASIS-COMPLETE",
    name="条文引用不完整",
    clause="附件1 3.3.5.2",
    quote="所引用的法规条文应当准确、完整",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=basis_complete,
)
