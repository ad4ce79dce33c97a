"""From heads to citations: each head with its quoted text, its evidence and its rank."""

import re

from workbench.citations import articles, evidence, index, title_evidence
from workbench.citations.evidence import Evidence
from workbench.citations.grammar import heads
from workbench.citations.heads import Head
from workbench.records import Article, Citation, IssuerLevel, Rank, RankFrom, RuleKind, Span

#: What stands at the end of a citation's text and belongs to the next one, or to none.
_TRAILING = re.compile(
    r"(?:[\s;；、，,]|(?<=[\s;；。])(?:\d{1,2}\s?[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、"
    r"|和|及|以及|<br\s?/?>)|(?:法律法规|依据|法规|文件)名称[:：])+$"
)
_TAIL = 40


def read(text: str) -> tuple[Citation, ...]:
    """All citations of a cell, in the order of the text."""
    found = heads(text)
    limits = [*(head.start for head in found[1:]), len(text)][: len(found)]
    return tuple(_citation(text, head, limit) for head, limit in zip(found, limits, strict=True))


def _citation(text: str, head: Head, limit: int) -> Citation:
    end = _end(text, max(head.end, head.title.outer[1]), limit)
    shown = _evidence(head)
    label = head.label
    rank = label.rank if label and label.rank else shown.rank
    return Citation(
        title=head.title.text,
        span=(head.start, end),
        title_span=head.title.span,
        rank=rank,
        rank_from=RankFrom.LABEL if label and label.rank else shown.rank_from,
        rule_kind=_kind(head, shown, rank),
        label=label.word if label else None,
        label_span=label.span if label else None,
        evidence_rank=shown.rank,
        evidence_from=shown.rank_from,
        issuer=shown.issuer,
        issuer_level=shown.level,
        number=shown.number,
        date=shown.date,
        bracket=text[slice(*head.bracket)] if head.bracket else None,
        bracket_span=head.bracket,
        articles=_articles(text, head, end),
        quote_spans=_quotes(text, head.end, end),
        has_marks=head.title.has_marks,
        problems=head.problems + shown.problems,
    )


def _end(text: str, start: int, limit: int) -> int:
    """Where a citation ends: before blanks, separators and the numbering of the next one."""
    tail = max(start, limit - _TAIL)
    while found := _TRAILING.search(text, tail, limit):
        limit = found.start()
        if limit > tail or tail == start:
            return max(limit, start)
        tail = max(start, limit - _TAIL)
    return max(limit, start)


def _articles(text: str, head: Head, end: int) -> tuple[Article, ...]:
    return head.listed + tuple(articles.headings(text, head.end, end))


def _quotes(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The quoted text behind a head, without blanks and separators before it."""
    while start < end and (text[start].isspace() or text[start] in "：:；;、，,）)]】"):
        start += 1
    return ((start, end),) if end > start else ()


def _evidence(head: Head) -> Evidence:
    """The text behind the title, then the index, then the title; a weaker source fills in what a stronger leaves open.

    A number, order or session whose rank the text leaves open is not overruled by the index or the title's sound.
    """
    title = head.title.text
    told, known, sounded = evidence.read(head.told, title), index.prove(title), title_evidence.prove(title)
    ranked = next((each for each in (told, known, sounded) if each.rank is not None), told)
    sources = (ranked, told, known, sounded)
    level = next((each.level for each in sources if each.level is not None), None)
    issuer = next((each.issuer for each in sources if each.issuer and each.level in {None, level}), None)
    return Evidence(ranked.rank, ranked.rank_from, ranked.kind, issuer, level, told.number, told.date, told.problems)


def _kind(head: Head, shown: Evidence, rank: Rank | None) -> RuleKind | None:
    if rank is not Rank.RULE:
        return None
    if head.label and head.label.kind:
        return head.label.kind
    local = shown.level in {IssuerLevel.PROVINCE, IssuerLevel.CITY}
    return shown.kind or (RuleKind.LOCAL if local else None)
