"""A citation in the form of the product contract."""

from typing import Any

from workbench.records import Citation, Rank


def as_json(citation: Citation) -> dict[str, Any]:
    """The keys of ``workbench cite``; ``rule_kind`` only for 规章, 之 only where an article has one."""
    record: dict[str, Any] = {
        "title": citation.title,
        "rank": _text(citation.rank),
        "rank_from": _text(citation.rank_from),
        "issuer": citation.issuer,
        "issuer_level": _text(citation.issuer_level),
        "number": citation.number,
        "date": citation.date,
        "articles": [
            {"条": each.article, **({"之": each.of} if each.of else {}), "款": each.paragraph, "项": each.subparagraph}
            for each in citation.articles
        ],
        "span": list(citation.span),
        "problems": list(citation.problems),
    }
    if citation.rank is Rank.RULE:
        record["rule_kind"] = _text(citation.rule_kind)
    return record


def _text(value: object) -> str | None:
    return None if value is None else str(value)
