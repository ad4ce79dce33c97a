"""BASIS-LAYOUT."""

import re
from collections.abc import Iterator

from workbench.checks.basis.on_citation import on_citation
from workbench.checks.basis.quoted import header_span, quote_span
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of, line_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Severity, Span

INDENT = "\u3000\u3000"
#: A line that begins without an indentation of two full-width blanks or what looks like them.
UNINDENTED = re.compile(r"(?<=\n)(?![\n\s]*$)(?!\u3000|[ \u00a0]{2}|\t)[ \u00a0]?\S{1,8}", re.MULTILINE)
#: An item that does not begin a line: （二） behind the end of another.
ITEM_INSIDE = re.compile(r"(?<=[；;。：:])[ \u3000\t]*[（(][一二三四五六七八九十]{1,3}[）)](?![、项款])")
#: An article that does not begin a line: 第八条 behind the end of a sentence.
ARTICLE_INSIDE = re.compile(
    r"(?<=[。；])[ \u3000\t]*第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?(?=[ \u3000])"
)


def basis_layout(item: Item, context: Context) -> Iterator[Finding]:
    """条文没有另起一行、空两格。

    What: an article stands on its title's line, an article or item stands inside a line, or a line of quoted
        text is not indented. Half-width blanks, no-break blanks and tabs count as an indentation.
    Why: 附件1 3.3.5.9
        「条文与法规名称之间另起一行，并空两格；条与条之间、款与款之间、款与项之间均另起一行，并空两格。」
    Example: 《中华人民共和国渔业法》（…）第二十三条 国家对捕捞业实行捕捞许可证制度。
    Remedy: 条、款、项各起一行，前面空两个全角空格.
    """
    del context
    basis = basis_of(item)
    for index, citation in enumerate(item.citations):
        faults = _faults(basis, citation)
        if not faults:
            continue
        lines = "、".join(dict.fromkeys(str(line_of(basis, span)) for span in faults))
        yield on_citation(
            RULE,
            item,
            index,
            f"设定依据排版不符合“另起一行，空两格”（附件1 3.3.5.9）：第{lines}行。可以一键整理。",
            span=faults[0],
            correction=_tidied(basis, item.citations),
        )


def _faults(basis: str, citation: Citation) -> list[Span]:
    """Where a citation's quoted text breaks the layout, in the order of the text."""
    start, stop = quote_span(basis, citation)
    if start >= stop:
        return []
    found = [] if "\n" in basis[header_span(basis, citation)[0] : start] else [(start, min(stop, start + 8))]
    for pattern in (UNINDENTED, ITEM_INSIDE, ARTICLE_INSIDE):
        for match in pattern.finditer(basis, start - 1, stop):
            blanks = len(match[0]) - len(match[0].lstrip())
            found.append((match.start() + blanks, match.end()))
    first = basis.rfind("\n", 0, start) + 1
    if first > citation.title_span[1] and not re.match(r"\u3000|[ \u00a0]{2}|\t", basis[first:start]):
        found.append((start, min(stop, start + 8)))
    return sorted(set(found))


def _tidied(basis: str, citations: tuple[Citation, ...]) -> str:
    """The cell with every article, paragraph and item on a line of its own, indented."""
    tidied: list[str] = []
    place = 0
    for citation in citations:
        start, stop = quote_span(basis, citation)
        tidied.append(basis[place:start].strip())
        broken = ARTICLE_INSIDE.sub(_on_new_line, ITEM_INSIDE.sub(_on_new_line, basis[start:stop]))
        tidied.extend(INDENT + line.strip() for line in broken.split("\n") if line.strip())
        place = max(start, stop)
    return "\n".join([*tidied, basis[place:].strip()]).rstrip("\n")


def _on_new_line(match: re.Match[str]) -> str:
    """The same text, on a new line."""
    return "\n" + match[0].strip()


RULE = Rule(
    code="BASIS-LAYOUT",
    name="条文未另起一行空两格",
    clause="附件1 3.3.5.9",
    quote="条文与法规名称之间另起一行，并空两格；条与条之间、款与款之间、款与项之间均另起一行，并空两格。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=basis_layout,
)
