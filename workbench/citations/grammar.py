"""From tokens to heads: which titles are cited, and what stands right behind each of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from workbench.citations import articles, labels, titles
from workbench.citations import index as index_of_statutes
from workbench.citations.brackets import pair
from workbench.citations.heads import Head, Reader
from workbench.citations.labels import Label
from workbench.citations.titles import Title
from workbench.citations.tokens import Kind, Token, tokenize


class Position(IntEnum):
    """Where in the cell a token stands; the greater, the less a title there is quoted text."""

    INSIDE = 0
    SENTENCE = 1
    LINE = 2
    FREE = 3


#: Words between two citations, or before the first, that are no quoted text.
_CONNECTORS = frozenset(
    {"和", "及", "以及", "与", "或", "根据", "依据", "按照", "依照", "参照", "详见", "法律依据", "设定依据", "办理依据"}
    | {"法规依据", "主要依据", "政策依据", "法律法规依据", "|", "/", "*", "·", "—", "-"}
)
#: Fields of exports of other systems.
_NAME_FIELDS = ("法律法规名称", "依据名称", "法规名称", "文件名称", "法律名称")
_RUNNING = re.compile(r"[ \u3000]*(?:的|等|所|中|之|规定|要求|内容|有关)")
_NO_NAME = re.compile(
    r"(?:本|该|此|上述|前款|依照|违反|按|有关|相关|符合|具体)|(?:国家|法律|法律、法规|上级|部门|省|市)(?:的?(?:有关|相关)|规定$)"
)


def heads(text: str) -> list[Head]:
    """All heads of a cell, in the order of the text."""
    tokens = tokenize(text)
    return _Walk(text, tokens, Reader(text, tokens, pair(text, tokens))).heads()


@dataclass(slots=True)
class _Walk:
    """One walk along the tokens."""

    text: str
    tokens: Sequence[Token]
    reader: Reader
    position: Position = Position.FREE
    name_from: int = 0
    quoted: bool = False
    found: list[Head] = field(default_factory=list)

    def heads(self) -> list[Head]:
        """Tries a head at each token; what is none is quoted text or a separator."""
        index = 0
        while index < len(self.tokens):
            head = self._head(index)
            if head is None:
                self._pass(index)
                index += 1
                continue
            self.found.append(head)
            index = self.reader.after(index, head.end)
            self.position, self.name_from, self.quoted = Position.FREE, head.end, False
        return self.found

    def _pass(self, index: int) -> None:
        """Moves the position past a token that begins no head."""
        token = self.tokens[index]
        printed = self.text[token.start : token.end]
        match token.kind:
            case Kind.LINE:
                self.position, self.name_from, self.quoted = max(self.position, Position.LINE), token.end, False
            case Kind.STOP:
                self.position, self.name_from = max(self.position, Position.SENTENCE), token.end
            case Kind.QUOTE:
                self.quoted = printed == "“" or (printed == '"' and not self.quoted)
                self.position = max(self.position, Position.SENTENCE) if not self.quoted else Position.INSIDE
            case Kind.COLON if self._names_field(token.start):
                self.position, self.name_from = Position.FREE, token.end
            case Kind.NUMBERING | Kind.BLANK | Kind.COMMA | Kind.COLON | Kind.OPEN | Kind.CLOSE:
                self.name_from = token.end if token.kind is not Kind.BLANK else self.name_from
            case _ if not self._leads(printed):
                self.position = Position.INSIDE

    def _leads(self, printed: str) -> bool:
        """Whether a text token leads to a title; in quoted text 依照《水法》 names no basis of its own."""
        if self.position is Position.FREE:
            return printed in _CONNECTORS
        return self.position is Position.LINE and (printed.endswith("依据") or printed in "<>|/*·-")

    def _names_field(self, colon: int) -> bool:
        return self.text[max(0, colon - 8) : colon].rstrip().endswith(_NAME_FIELDS)

    def _head(self, index: int) -> Head | None:
        """The head that begins with this token: label and title, or a title alone."""
        token = self.tokens[index]
        if token.kind is Kind.TITLE_OPEN:
            return self._marked(index, None)
        if token.kind is Kind.OPEN or (token.kind in {Kind.TEXT, Kind.QUOTE} and self.position > Position.INSIDE):
            label = labels.at(self.text, token.start)
            if label and (head := self._labelled(index, label)):
                return head
        if token.kind is Kind.TEXT and self.position >= Position.LINE:
            return self._bare(index)
        return None

    def _labelled(self, index: int, label: Label) -> Head | None:
        """A title behind a label; blanks, a line's end and numbering may stand between."""
        at = self.reader.after(index, label.end)
        while at < len(self.tokens) and self.tokens[at].kind in {Kind.BLANK, Kind.LINE, Kind.NUMBERING}:
            at += 1
        if at >= len(self.tokens):
            return None
        start, before = self.tokens[at].start, self.name_from
        self.name_from = start
        head = self._marked(at, label) if self.tokens[at].kind is Kind.TITLE_OPEN else self._named(at, label)
        self.name_from = before if head is None else self.name_from
        return head

    def _named(self, index: int, label: Label) -> Head | None:
        """A labelled name that begins before its 《, has no marks, or is a number alone."""
        start = self.tokens[index].start
        mark = next(
            (at for at in range(index, min(index + 12, len(self.tokens))) if self.reader.is_kind(at, Kind.TITLE_OPEN)),
            None,
        )
        if mark is not None and "\n" not in self.text[start : self.tokens[mark].start]:
            title = self.reader.title(mark, self.name_from)
            if title.outer[0] == start:
                return self.reader.head(mark, title, label)
        named = self.reader.number_alone(start) or titles.unmarked(self.text, start)
        return self.reader.head(index, named, label) if named else None

    def _marked(self, index: int, label: Label | None) -> Head | None:
        if self.reader.is_kind(index + 1, Kind.TITLE_OPEN) and index not in self.reader.pairs.titles:
            return None
        if label is None and self.found and self.position is Position.INSIDE:
            return None
        title = self.reader.title(index, self.name_from)
        if not title.text:
            return None
        head = self.reader.head(index, title, label)
        return head if label or self._is_cited(head) else None

    def _is_cited(self, head: Head) -> bool:
        """Whether a title without a label begins a citation where it stands."""
        legal = titles.looks_legal(head.title.text)
        referred = bool(head.told) or bool(head.listed)
        if not self.found and self.position < Position.FREE:
            return legal or bool(head.told)
        if self.position is Position.FREE:
            return legal or referred or not self.found
        running = bool(_RUNNING.match(self.text, head.end)) or (
            bool(head.listed) and articles.is_running(self.text, head.end)
        )
        if self.position is Position.LINE:
            return (legal or bool(head.told)) and (bool(head.told) or not running)
        return self.position is Position.SENTENCE and not self.quoted and legal and referred and not running

    def _bare(self, index: int) -> Head | None:
        """A name without 《》 at the start of a line or field: before a bracket that tells something, or an article."""
        start = self.tokens[index].start
        title = self.reader.number_alone(start) if self.position is Position.FREE else None
        if title is None:
            title = titles.unmarked(self.text, start)
            if title is None:
                return None
            head = self.reader.head(index, title, None)
            listed = bool(head.listed) and not articles.is_running(self.text, head.end)
            if self.found and not (titles.is_full(title.text) or index_of_statutes.find(title.text)):
                listed = False  # in quoted text （一）达到本规定第五条… names no document
            cited = bool(head.told) or listed
            if self.position is Position.FREE:
                cited = cited or titles.is_full(title.text)
            return head if cited and self._is_name(title) else None
        return self.reader.head(index, title, None)

    def _is_name(self, title: Title) -> bool:
        """本办法, 该条例 and 国家有关规定 name nothing."""
        return not _NO_NAME.match(title.text)
