"""What belongs to one cited title: its bracket or number, an export's fields, and the provisions listed behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.citations import articles, evidence, labels, titles
from workbench.citations.brackets import Pairs
from workbench.citations.labels import Label
from workbench.citations.titles import Title
from workbench.citations.tokens import Kind, Token
from workbench.records import Article, Span

_TOLD_FIELD = re.compile(
    r"[;；，,、\s]{0,4}(?:依据文号|文号|发文字号|文件号|颁布机关|发布机关|制定机关|实施日期|颁布日期|发布日期)\s{0,2}[:：](?P<value>[^;；\n]{0,160})"
)
_LIST_FIELD = re.compile(r"[;；，,、\s]{0,4}(?:条款号|条款|条款项)\s{0,2}[:：]\s{0,2}")
_PASSED_OVER = re.compile(r"\s*(?:以下(?:简|统)?称|试行|暂行|草案|节选|摘录|\d{1,2}$|[一二三四五六七八九十]{1,3}$)")
_REFERENCE = re.compile(r"[号届令]|\d{4}\s*年|[GD]B")
_BARE_TOLD = re.compile(
    r"[^\n\r《》；;。]{0,60}?号(?:令|文|公告)?|[ \u3000]?(?:(?:国家|行业|地方)标准)?[ \u3000]?[A-Z]{2,4}[A-Z/\d\- .—–]{2,24}"
)
#: An unclosed bracket of more tokens than this is cut off.
_LONGEST_UNCLOSED = 100
#: So much of a bracket is looked at to see whether it tells a number or a day.
_GLANCE = 400
_AFTERWARDS = re.compile(r"[，, \u3000][^\n\r《》；;。“]{0,60}?(?=第[〇零一二三四五六七八九十百千\d]+[条款])")
#: Words before a number that stands for its document: 依据国发〔2014〕5号.
_LEADS_TO_NUMBER = re.compile(r"(?:根据|依据|按照|依照|详?见)?")
_ALONE = re.compile(
    r"(?:中华人民共和国)?(?:国务院|[\u4e00-\u9fa5]{1,12}(?:政府|部|局|委|署|总局|委员会))令\s?(?:[〔\[（(]?\d{4}[〕\]）)]?年?)?\s?第?\s?[〇零一二三四五六七八九十百千\d]+号"
    r"|(?:国务院|[\u4e00-\u9fa5]{1,12}(?:政府|部|局|委|署|总局|委员会))?第?\d{1,4}号令"
    r"|[\u4e00-\u9fa5]{1,12}[〔﹝\[［（(](?:19|20)\d{2}[〕﹞\]］）)](?:第)?\d{1,5}号"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A cited title with its label, what is told behind it, and the provisions listed there."""

    title: Title
    label: Label | None
    bracket: Span | None
    told: str
    listed: tuple[Article, ...]
    end: int
    problems: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the citation begins: at its label, if it has one."""
        return self.label.span[0] if self.label else self.title.outer[0]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads heads off the tokens of a cell."""

    text: str
    tokens: Sequence[Token]
    pairs: Pairs

    def after(self, index: int, end: int) -> int:
        """The first token that begins at or behind ``end``."""
        index += 1
        while index < len(self.tokens) and self.tokens[index].start < end:
            index += 1
        return index

    def is_kind(self, index: int, kind: Kind) -> bool:
        """Whether the token is of this kind; none is behind the last."""
        return index < len(self.tokens) and self.tokens[index].kind is kind

    def title(self, mark: int, name_from: int) -> Title:
        """The title whose 《 is this token; a name before the mark begins no earlier than ``name_from``."""
        close = self.pairs.titles.get(mark)
        if close is None and (inner := self._inner(mark)):
            return replace(self.title(inner, self.tokens[mark].end), closed=False)
        closed_at = self.tokens[close].start if close is not None else None
        return titles.marked(self.text, self.tokens[mark].start, closed_at, name_from)

    def _inner(self, mark: int) -> int | None:
        """The closed title inside an unclosed one whose name leads to it: 《辽宁省实施《…》办法."""
        inner = next((at for at in range(mark + 1, min(mark + 6, len(self.tokens))) if at in self.pairs.titles), None)
        if inner is None or not titles.is_lead(self.text[self.tokens[mark].end : self.tokens[inner].start]):
            return None
        return inner

    def number_alone(self, start: int) -> Title | None:
        """An order or document number that stands for the document itself."""
        led = _LEADS_TO_NUMBER.match(self.text, start)
        found = _ALONE.match(self.text, led.end() if led else start)
        return Title(found.span(), found.span(), found.group(), has_marks=False) if found else None

    def head(self, index: int, title: Title, label: Label | None) -> Head:
        """Reads what belongs to a title: bracket, number, fields and listed provisions."""
        problems: tuple[str, ...] = () if title.closed else ("书名号未闭合",)
        bracket, end, closed = self._brackets(self.after(index, title.outer[1]), title.outer[1])
        told = self.text[slice(*bracket)] if bracket else ""
        if not closed:
            problems += ("括号未闭合",)
        is_number = not title.has_marks and bool(_ALONE.fullmatch(title.text))
        if not is_number and not _REFERENCE.search(told, 0, _GLANCE):
            outside, end = self._told_outside(end)
            told = f"{told} {outside}" if told and outside else told or outside
        if is_number and not told:
            told = title.text
        fields, end = self._fields(end)
        listed, end = self._listed(end)
        return Head(title, label, bracket, f"{told}{fields}", listed, end, problems)

    def _brackets(self, index: int, end: int) -> tuple[Span | None, int, bool]:
        """The inside of the brackets behind a title, where they end, and whether they are closed."""
        found: Span | None = None
        while True:
            at = self._bracket_at(index)
            if at is None:
                return found, end, True
            start = self.tokens[at].end
            close = self.pairs.brackets.get(at)
            if close is None:
                stop = self._unclosed_end(at)
                return found or (start, stop), stop, False
            if not _PASSED_OVER.match(self.text, start, self.tokens[close].start):
                found = (found[0] if found else start, self.tokens[close].start)
            index, end = close + 1, self.tokens[close].end

    def _bracket_at(self, index: int) -> int | None:
        """The opening token of a bracket here, or on the next line where it tells something."""
        at = index
        while self.is_kind(at, Kind.BLANK) or self.is_kind(at, Kind.LINE):
            at += 1
        if not self.is_kind(at, Kind.OPEN) or (
            (label := labels.at(self.text, self.tokens[at].start)) and label.bracketed
        ):
            return None
        if any(self.is_kind(step, Kind.LINE) for step in range(index, at)):
            close = self.pairs.brackets.get(at)
            if close is None:
                return None
            glance = min(self.tokens[close].start, self.tokens[at].end + _GLANCE)
            return at if _REFERENCE.search(self.text, self.tokens[at].end, glance) else None
        return at

    def _unclosed_end(self, index: int) -> int:
        """Where an unclosed bracket ends: at the line's end, a provision, or the next title that is none of its words."""
        last = min(index + _LONGEST_UNCLOSED, len(self.tokens))
        for at in range(index + 1, last):
            token = self.tokens[at]
            before = self.text[token.start - 1]
            if token.kind in {Kind.LINE, Kind.PROVISION} or (token.kind is Kind.TITLE_OPEN and before in "号；;、，, "):
                return token.start
        return self.tokens[last - 1].end

    def _told_outside(self, end: int) -> tuple[str, int]:
        """An order or document number that follows a title without a bracket, and a date and body behind it."""
        found = _BARE_TOLD.match(self.text, end)
        if found is None or evidence.read(found.group(), "").number is None:
            return "", end
        more = _AFTERWARDS.match(self.text, found.end())
        stop = more.end() if more else found.end()
        return self.text[end:stop], stop

    def _fields(self, end: int) -> tuple[str, int]:
        """What the fields of an export tell: ``;;依据文号:国令第8号;条款号:…``."""
        told = ""
        while found := _TOLD_FIELD.match(self.text, end):
            told += f"；{found['value']}"
            end = found.end()
        return told, end

    def _listed(self, end: int) -> tuple[tuple[Article, ...], int]:
        """The provisions listed behind a head, on its own line."""
        field_name = _LIST_FIELD.match(self.text, end)
        found, after = articles.listed(self.text, field_name.end() if field_name else end)
        return (found, after) if found else ((), end)
