"""Cited provisions (条, 款, 项) and the headings of quoted article text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.citations.numerals import DIGITS, integer
from workbench.records import Article, Span

_B = r"[ \u3000\xa0]?"
_N = rf"{_B}[{DIGITS}]{{1,9}}{_B}"
_BRACKETED = rf"{_B}(?:[（(]{_N}[)）]|{_N}){_B}"
_ARTICLE = rf"第{_N}条(?:{_B}之{_N}(?!\d))?"
_PARAGRAPH = rf"第{_N}款"
_POINT = rf"第{_BRACKETED}项"
_ENTRY = rf"第{_BRACKETED}目"
_ANNEX = rf"附[件表录](?:{_N})?[，,、：: ]?{_B}{_POINT}"
_JOIN = r"[、，,至到\-—–~～]"
#: 第九至十一条, 第五条第二、三款: one unit behind several numbers.
_SEVERAL = rf"(?:第{_N}条{_B})?第{_N}(?:{_JOIN}{{1,2}}第?{_N}){{1,9}}[条款项]"
#: A provision as the tokenizer sees it: 第七条之一第二款第（三）项第1目, 第二款, 第3项, 附件2第8项.
PROVISION_FORM = (
    rf"{_ARTICLE}(?:{_B}(?:{_PARAGRAPH}|{_N}款))?(?:{_B}(?:{_POINT}|[（(]{_N}[)）]{_B}项))?(?:{_B}{_ENTRY})?"
    rf"|{_SEVERAL}|{_ANNEX}|{_PARAGRAPH}(?:{_B}{_POINT})?(?:{_B}{_ENTRY})?|{_POINT}(?:{_B}{_ENTRY})?"
)
_SEVERAL_FORM = re.compile(_SEVERAL)
_PROVISION = re.compile(PROVISION_FORM)
_PARTS = {
    "article": re.compile(rf"第({_N})条"),
    "of": re.compile(rf"条{_B}之({_N})"),
    "paragraph": re.compile(rf"({_N})款"),
    "point": re.compile(rf"[第（(]{_B}[（(]?({_N})[)）]?{_B}项"),
}
_SEPARATOR = re.compile(r"[ \t\u3000\xa0]*(?:[、，,；;和及与]|以及|或者?)?[ \t\u3000\xa0]*")
_RANGE = re.compile(r"[ \t\u3000\xa0]*(?:至|到|[\-—–~～]{1,2})[ \t\u3000\xa0]*")
#: More articles than this are not written as a range.
_LONGEST_RANGE = 100
#: What follows 第N条 when it is running text (第七条规定的材料) and not a heading or citation.
_RUNNING = re.compile(
    r"[ \u3000]*(?:(?:的|之|所)?规定(?:的|以外|之外|执行|办理|处罚|处理|要求|情形|条件|，应|，由)|的|所[列称述指]|所规定|规定$)"
)
_LISTED = re.compile(r"[ \u3000]*(?:[、，,和或至及与]|以及|或者)[ \u3000]*第")
_BEFORE = " \u3000\t\xa0“\"'：:‘"


def at(text: str, start: int) -> list[Article]:
    """The provision that begins at ``start``, or those that share one unit (第二、三款); empty where there is none."""
    if several := _SEVERAL_FORM.match(text, start):
        return _several(several.group(), several.span())
    found = _PROVISION.match(text, start)
    return [_article(found.group(), found.span())] if found else []


def _several(printed: str, span: Span) -> list[Article]:
    """The provisions of 第九至十一条 or 第五条第二、三款; all stand where they are printed together."""
    head, _, rest = printed.rpartition("条第") if printed[-1] != "条" else ("", "", printed)
    owner = _article(f"{head}条", span) if head else Article(span=span)
    unit = {"条": "article", "款": "paragraph", "项": "subparagraph"}[printed[-1]]
    parts = re.split(rf"({_JOIN}{{1,2}})", rest.strip("第条款项"))
    numbers: list[int] = []
    for joint, part in zip(["", *parts[1::2]], parts[::2], strict=True):
        number = integer(part.strip("第 \u3000\xa0"))
        if number is None:
            continue
        is_range = bool(numbers) and joint not in "、，," and 0 < number - numbers[-1] <= _LONGEST_RANGE
        numbers.extend(range(numbers[-1] + 1, number + 1) if is_range else [number])
    return [replace(owner, **{unit: number}, span=span) for number in numbers]


def listed(text: str, start: int) -> tuple[tuple[Article, ...], int]:
    """The provisions listed at ``start`` (第七条、第九条至第十一条第一款), each of a range, and where the list ends."""
    found: list[Article] = []
    place = start
    while True:
        gap = _RANGE.match(text, place) if found else None
        if gap and (last := at(text, gap.end())):
            found.extend(_range(found[-1], last[0]))
            place = last[0].span[1]
            continue
        gap = _SEPARATOR.match(text, place)
        following = at(text, gap.end() if gap else place)
        if not following:
            return tuple(found), place
        found.extend([_completed(each, found) for each in following])
        place = following[0].span[1]


def is_running(text: str, end: int) -> bool:
    """Whether the text after a provision shows that it is named in a sentence: 第七条规定的材料."""
    return bool(_RUNNING.match(text, end, end + 16))


def headings(text: str, start: int, end: int) -> Iterator[Article]:
    """Provisions that head quoted text between the offsets: at a line's start, or after a full stop.

    依照本法第三条 and 第七条规定的材料 in running text are no headings.
    """
    found: list[Article] = []
    for match in _PROVISION.finditer(text, start, end):
        before = text[max(start, match.start() - 12) : match.start()].rstrip(_BEFORE)
        heads_line = not before or before[-1] in "\n\r>"
        heads_sentence = bool(before) and before[-1] in "。；;！" and not _LISTED.match(text, match.end())
        if (heads_line or heads_sentence) and not is_running(text, match.end()):
            found = [_completed(each, found) for each in at(text, match.start())]
            yield from found


def _article(printed: str, span: Span) -> Article:
    """The numbers of one printed provision."""
    rest = printed
    numbers: dict[str, int | None] = {}
    for name, form in _PARTS.items():
        match = form.search(rest)
        numbers[name] = integer(match.group(1)) if match else None
    return Article(numbers["article"], numbers["of"], numbers["paragraph"], numbers["point"], span)


def _completed(article: Article, before: list[Article]) -> Article:
    """A 款 or 项 named without its 条 belongs to the 条 named before it (第七条第一款、第三款)."""
    if article.article is not None or not before or before[-1].article is None:
        return article
    owner = before[-1]
    paragraph = article.paragraph if article.paragraph is not None else owner.paragraph
    return replace(article, article=owner.article, of=owner.of, paragraph=paragraph)


def _range(first: Article, last: Article) -> list[Article]:
    """The articles after ``first`` up to ``last``; those between stand where the last one is printed."""
    last = _completed(last, [first])
    if first.article is None or last.article is None or last.paragraph is not None or first.paragraph is not None:
        return [last]
    between = range(first.article + 1, last.article)
    if len(between) > _LONGEST_RANGE:
        return [last]
    return [*(Article(number, span=last.span) for number in between), last]
