"""From a basis cell to citations: heads first, then what belongs to each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.citations import articles, evidence, index, labels, titles
from workbench.citations.brackets import CLOSE, OPEN, close_of
from workbench.citations.evidence import Evidence
from workbench.citations.labels import Label
from workbench.citations.titles import Title
from workbench.records import Article, Citation, Rank, RankFrom, RuleKind, Span

#: What may stand between two cited documents, or before the first, without being quoted text.
_BETWEEN = re.compile(
    r"(?:[\s、，,；;。.·：:]|和|及|以及|与|法律|法规|根据|依据|按照|依照|参照|法律依据|设定依据|办理依据|法规依据|依据(?:名称|文号|条款)?|法律法规名称|<br\s*/?>|条款(?:号|内容)?|颁布机关|实施日期"
    r"|\d{1,2}\s*[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[【】\[\]［］])*"
)
#: A field of an export of other systems, and a line break written out, begin a new citation.
_FIELD = re.compile(r"(?:(?:法律法规|依据|法规|文件)名称\s*[:：]|<br\s*/?>(?:\s*\d{1,2}\s*[.．、])?)\s*$")
#: What stands between a quoted text and the next head: separators, and the next head's numbering.
_TAIL = re.compile(
    r"[\s;；、，,]*(?:(?:(?<![^\s;；、，,。：:])(?:\d{1,2}\s*[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}、)|<br\s*/?>)\s*)*$"
)
_ABBREVIATION = re.compile(r"\s*以下(?:简称|称)")
_BARE_STANDARD = re.compile(rf"[ \u3000\u4e00-\u9fa5]{{0,8}}{evidence.STANDARD.pattern}")
_BARE_NUMBER = re.compile(r"[^\n《；;。]{0,40}?号(?:令|文)?")
_GAP = re.compile(r"[ \u3000\t\xa0]*(?:\n[ \u3000\t\xa0]*)?")


@dataclass(frozen=True, slots=True)
class _Head:
    """A title that is cited, with its label, its bracket and the provisions listed after it."""

    title: Title
    label: Label | None
    bracket: Span | None
    listed: tuple[Article, ...]
    end: int
    told: str

    @property
    def start(self) -> int:
        return self.label.span[0] if self.label else self.title.outer[0]


def read(text: str) -> tuple[Citation, ...]:
    """All citations of a cell, in the order of the text."""
    heads = list(_heads(text))
    ends = [head.start for head in heads[1:]] + [len(text)]
    return tuple(_citation(text, _cut(text, head, end), end) for head, end in zip(heads, ends, strict=False))


def _cut(text: str, head: _Head, limit: int) -> _Head:
    """A head that ends where the next one begins: an unclosed title or bracket reaches no further."""
    if head.end <= limit:
        return head
    title = head.title if head.title.outer[1] <= limit else titles.cut(text, head.title, limit)
    inside = head.bracket is not None and head.bracket[0] < limit
    bracket = (head.bracket[0], min(head.bracket[1], limit)) if head.bracket and inside else None
    listed = tuple(article for article in head.listed if article.span[1] <= limit)
    told = text[slice(*bracket)] if bracket else ""
    return replace(head, title=title, bracket=bracket, listed=listed, told=told, end=limit)


def _heads(text: str) -> list[_Head]:
    """All heads in the order of the text: titles in marks, and titles that lack them."""
    marked = list(_marked(text))
    taken = [(head.start, head.end) for head in marked]
    bare = [head for head in _bare(text) if not any(head.start < end and start < head.end for start, end in taken)]
    return sorted([*marked, *bare], key=lambda head: head.start)


def _bare(text: str) -> Iterator[_Head]:
    """Titles without 《》 that begin a line: after a rank label, or followed by a bracket with a number or by 第N条."""
    for title in titles.unmarked(text):
        label = labels.before(text, title.outer[0])
        if label or _has_reference(text, title.outer[1]):
            yield _head(text, title, label)


def _marked(text: str) -> Iterator[_Head]:
    """Every 《 that begins a citation; one inside quoted article text does not."""
    place, free = 0, True
    while (mark := text.find("《", place)) >= 0:
        if text.startswith("《《", mark):
            place = mark + 1
            continue
        title = titles.at(text, mark, place)
        if not title.text.strip():
            place, free = max(title.outer[1], mark + 1), False
            continue
        label = labels.before(text, title.outer[0])
        if label or _begins_line(text, title.outer[0]) or (_cited(text, place, title, free=free)):
            head = _head(text, title, label)
            yield head
            place, free = head.end, True
        else:
            place, free = max(title.outer[1], mark + 1), False


def _begins_line(text: str, start: int) -> bool:
    """Whether the title is the first thing on its line or in its field, numbering not counted."""
    if _FIELD.search(text[max(0, start - 20) : start]):
        return True
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(_BETWEEN.fullmatch(line)) and len(line) < 30  # noqa: PLR2004 - longer is a line of text


def _cited(text: str, place: int, title: Title, *, free: bool) -> bool:
    """Whether a title in a line is cited: nothing but separators since the last head, or a new sentence begins with it."""
    gap = text[place : title.outer[0]]
    if free and len(gap) < 40 and _BETWEEN.fullmatch(gap):  # noqa: PLR2004 - see above
        return True
    sentence = re.search(r"[。；;”][\s]*$", text[max(0, title.outer[0] - 6) : title.outer[0]])
    return bool(sentence) and titles.looks_legal(title.text) and _has_reference(text, title.outer[1])


def _has_reference(text: str, after: int) -> bool:
    """Whether a bracket with a number, or an article, follows the title."""
    if text[after : after + 1] in OPEN and text[after : after + 1]:
        close = close_of(text, after)
        return bool(re.search(r"号|届|年", text[after : (close or after + 60)]))
    return bool(articles.PROVISION.match(text, after))


def _head(text: str, title: Title, label: Label | None) -> _Head:
    bracket, end = _bracket(text, title.outer[1])
    listed, after = articles.listed(text, end)
    told = text[bracket[0] : bracket[1]] if bracket else ""
    if not listed and not told:
        told, end = _number_without_bracket(text, title.outer[1])
        listed, after = articles.listed(text, end)
    return _Head(title, label, bracket, tuple(listed), after if listed else end, told)


def _bracket(text: str, start: int) -> tuple[Span | None, int]:
    """The inside of the bracket right after a title, and where the brackets end; （以下简称…） is passed over."""
    found: Span | None = None
    end = start
    while True:
        at = _next_bracket(text, end)
        if at >= len(text) or text[at] not in OPEN:
            return found, end
        close = close_of(text, at)
        if close is None:
            stop = re.compile(r"\n|第\s*[〇零一二三四五六七八九十百千\d]+\s*条|《|$").search(text, at)
            close = stop.start() if stop else len(text)
            return found or (at + 1, close), close
        if _is_next_label(text, close + 1):
            return found, end
        inside = text[at + 1 : close]
        if not _ABBREVIATION.match(inside):
            if re.fullmatch(r"[\d一二三四五六七八九十]{1,3}", inside):
                return found, end
            found = (found[0], close) if found else (at + 1, close)
        end = close + 1


def _is_next_label(text: str, end: int) -> bool:
    """Whether the bracket that ends here is the label of the next title: 《…》【法律】《…》."""
    mark = text.find("《", end, end + 24)
    label = labels.before(text, titles.at(text, mark, end).outer[0]) if mark >= 0 else None
    return label is not None and label.span[0] < end <= label.span[1]


def _next_bracket(text: str, start: int) -> int:
    """Where a bracket may begin after ``start``: behind blanks, and on the next line where it tells date or number."""
    gap = _GAP.match(text, start)
    at = gap.end() if gap else start
    if "\n" in text[start:at] and not (text[at : at + 1] in OPEN and _has_reference(text, at)):
        return start
    return at


def _number_without_bracket(text: str, start: int) -> tuple[str, int]:
    """An order or document number that follows a title without a bracket."""
    found = _BARE_NUMBER.match(text, start) or _BARE_STANDARD.match(text, start)
    if found is None or evidence.read(found.group(), "").rank is None:
        return "", start
    return found.group(), found.end()


def _citation(text: str, head: _Head, limit: int) -> Citation:
    title = head.title
    quoted_end = _quoted_end(text, head.end, limit)
    shown = _evidence(title.text, head.told or _dump(text[head.end : quoted_end]))
    provisions = head.listed + tuple(
        article for article in articles.headings(text, head.end, quoted_end) if article.span[0] >= head.end
    )
    quote = _quote(text, head.end, quoted_end)
    rank = head.label.rank if head.label and head.label.rank else shown.rank
    rank_from = RankFrom.LABEL if head.label and head.label.rank else shown.rank_from
    return Citation(
        title=title.text,
        span=(head.start, max(quoted_end, head.end, title.outer[1])),
        title_span=title.span,
        rank=rank,
        rank_from=rank_from,
        rule_kind=_kind(head, shown, rank),
        label=head.label.word if head.label else None,
        label_span=head.label.span if head.label else None,
        evidence_rank=shown.rank,
        evidence_from=shown.rank_from,
        issuer=shown.issuer,
        issuer_level=shown.level,
        number=shown.number,
        date=shown.date,
        bracket=text[head.bracket[0] : head.bracket[1]] if head.bracket else None,
        bracket_span=head.bracket,
        articles=provisions,
        quote_spans=(quote,) if quote else (),
        has_marks=text[title.outer[0]] == "《" or "《" in title.text,
        problems=shown.problems + (() if title.closed else ("书名号未闭合",)),
    )


def _quoted_end(text: str, start: int, limit: int) -> int:
    """Where the text that belongs to a head ends, before the blanks and the numbering of the next head."""
    end = start + len(text[start:limit].rstrip(" \u3000\t\n\r;；、，,"))
    if limit == len(text):
        return end
    tail = _TAIL.search(text, max(start, end - 8), limit)
    return tail.start() if tail else end


def _evidence(title: str, told: str) -> Evidence:
    """What the bracket tells, then the index, then the title; issuer and level are filled from the weaker where missing."""
    sources = [evidence.read(told, title), index.prove(title), titles.prove(title)]
    ranked = next((each for each in sources if each.rank is not None), sources[0])
    level = next((each.level for each in (ranked, *sources) if each.level is not None), None)
    issuer = next(
        (each.issuer for each in (ranked, *sources) if each.issuer is not None and each.level in {None, level}), None
    )
    first = sources[0]
    return Evidence(ranked.rank, ranked.rank_from, ranked.kind, issuer, level, first.number, first.date, first.problems)


def _dump(text: str) -> str:
    """The number in an export of other systems: ``;;依据文号:国令第8号;条款号:…``."""
    found = re.search(r"(?:依据)?文号\s*[:：]\s*([^;；\n]{2,60})", text)
    return found.group(1) if found else ""


def _kind(head: _Head, shown: Evidence, rank: Rank | None) -> RuleKind | None:
    if rank is not Rank.RULE:
        return None
    if head.label and head.label.kind:
        return head.label.kind
    return shown.kind or (titles.KINDS_BY_PLACE.get(shown.level) if shown.level else None)


def _quote(text: str, start: int, end: int) -> Span | None:
    """The quoted text after a head: what is left without blanks and separators at its ends."""
    while start < end and (text[start].isspace() or text[start] in "：:；;、，," or text[start] in CLOSE):
        start += 1
    return (start, end) if end > start else None
