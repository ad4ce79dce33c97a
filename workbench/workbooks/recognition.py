"""What title, caption, file name, sheet name and form say of a submission; None where they do not say it for sure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.records import CatalogueKind
from workbench.records.tidy import fold
from workbench.workbooks.sheet_heads import UNIT, SheetHead

GUIDES = "办事指南"
_KIND_WORDS = r"(?:省级?|市设|部门)?(?:政务服务)?(?:事项)?目录"
#: 辽宁省水利厅 in 辽宁省水利厅部门政务服务事项目录.
_UNIT_OF_TITLE = re.compile(
    rf"^(?:关于)?([\u4e00-\u9fff]{{2,25}}?[厅局委办会社室院市区县])(?:\(.*?\))?的?{_KIND_WORDS}"
)
_UNIT_NAME = re.compile(r"(?:辽宁)?省[\u4e00-\u9fff]{1,20}[厅局委办会社室]|[\u4e00-\u9fff]{2,3}市")
_PIECES = re.compile(r"[-—_－~+ 　()（）\[\]【】《》〈〉<>.,，、:：\d]+")
_KINDS = (
    (re.compile(r"市设"), CatalogueKind.CITY),
    (re.compile(r"部门(?:政务服务)?(?:事项)?目录"), CatalogueKind.DEPARTMENT),
    (re.compile(r"省级?(?:政务服务)?(?:事项)?目录"), CatalogueKind.PROVINCIAL),
)
#: A title such as 辽宁省水利厅政务服务事项目录, which tells the kind together with the form's columns.
_OF_PROVINCE = re.compile(r"省[^市]{0,20}政务服务事项目录")
_NUMERAL = "一二三四五六七八九十"
_ROUND = re.compile(
    rf"第[{_NUMERAL}\d]{{1,3}}(?:轮|次(?:报送|上报|申报|修改|修订|复核|反馈|报)|稿|版)|[{_NUMERAL}]次(?:报送|上报|修改|复核)"
    r"|(?<![A-Za-z])[Vv]\d{1,2}(?![\d.])"
)
_ROUND_WORD = re.compile(
    r"(?:按(?:审核)?意见)?(?:修改稿|修改版|修订稿|修订版|修改后|复核稿|复审稿|重新报送|再次报送|重报|定稿|终稿|初稿|首次报送)"
)
_CHINESE_DIGIT = "〇零○一二三四五六七八九"
_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:年|[.\-/—])(?P<m>\d{1,2})(?:月|[.\-/—])(?P<d>\d{1,2})日?(?!\d)"
    r"|(?<!\d)(?P<y2>20\d\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?P<y3>[{_CHINESE_DIGIT}]{{4}})年(?P<m3>[{_NUMERAL}]{{1,2}})月(?P<d3>[{_NUMERAL}]{{1,3}})日"
)
_MONTH = re.compile(r"(?<!\d)(?:19|20)\d\d年\d{1,2}月(?!\d)")
_DATED = re.compile(r"(?:填报|报送|编制|填表|申报|制表|上报)?(?:时间|日期)[:：]")


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook says of itself. ``doubts`` are Chinese clauses on what it says in more than one way."""

    kind: str | None
    unit_text: str | None
    title: str
    round_text: str | None
    date_text: str | None
    doubts: tuple[str, ...] = ()


def recognise(stem: str, heads: Sequence[SheetHead]) -> About:
    """What title, caption, file name (``stem``), sheet names and columns say; the first sheet's title is the title."""
    above = [text for head in heads for text in head.above]
    doubts: list[str] = []
    return About(
        kind=_kind(stem, heads, doubts),
        unit_text=_unit(stem, heads, doubts),
        title=next((head.title for head in heads if head.title), ""),
        round_text=_round([*above, stem], doubts),
        date_text=_date(above, [text for head in heads for text in head.below], stem),
        doubts=tuple(doubts),
    )


def unit_label(texts: Iterable[str]) -> str | None:
    """What stands after 填报单位： or the like."""
    return next((found.group(1) for text in texts if (found := UNIT.search(text))), None)


def _kind(stem: str, heads: Sequence[SheetHead], doubts: list[str]) -> str | None:
    """The kind of catalogue: title and file name must agree; else sheet names, else the form, where those tell."""
    titles = {kind for head in heads if (kind := _kind_in(head.above))}
    of_file = _kind_in([stem])
    told = titles | ({of_file} if of_file else set())
    if len(told) > 1:
        names = "、".join(sorted(told))
        doubts.append(
            f"标题、文件名写明的目录种类不一致（{names}），请指明是哪一种；含几种目录的，请拆成几个工作簿报送"
        )
        return None
    told = told or {kind for head in heads if (kind := _kind_in([head.name]))}
    if told:
        return told.pop() if len(told) == 1 else None
    by_form = {_kind_by_form(stem, head) for head in heads}
    return by_form.pop() if len(by_form) == 1 else None


def _kind_in(texts: Iterable[str]) -> str | None:
    """The kind that the first telling text names; None where it names several."""
    for text in map(fold, texts):
        found = {kind for pattern, kind in _KINDS if pattern.search(text)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _kind_by_form(stem: str, head: SheetHead) -> str | None:
    if "levels_and_departments" in head.columns:
        provincial = any(_OF_PROVINCE.search(fold(text)) for text in (*head.above, stem, head.name))
        return CatalogueKind.PROVINCIAL if provincial and "implementing_agency" not in head.columns else None
    return CatalogueKind.DEPARTMENT if "implementing_agency" in head.columns else None


def _unit(stem: str, heads: Sequence[SheetHead], doubts: list[str]) -> str | None:
    """The unit by caption or signature, else by title, else by file name; the first of these that names one unit alone."""
    captions = _alike(label for head in heads if (label := unit_label((*head.above, *head.below))))
    if len(captions) == 1:
        return captions[0]
    titles = _alike(found.group(1) for head in heads if (found := _UNIT_OF_TITLE.search(fold(head.title))))
    if len(titles) == 1:
        return titles[0]
    pieces = (re.sub(rf"{_KIND_WORDS}.*$", "", piece) for piece in _PIECES.split(stem))
    named = _alike(piece for piece in pieces if _UNIT_NAME.fullmatch(piece))
    if len(named) == 1:
        return named[0]
    several = captions or titles or named
    if several:
        doubts.append(f"写明的报送单位不止一个（{'、'.join(several)}），请指明是哪一个单位报送的")
    return None


def _alike(names: Iterable[str]) -> list[str]:
    """The names without those that only leave out the beginning of another, such as 省水利厅 of 辽宁省水利厅."""
    different: list[str] = []
    for name in names:
        if not any(name.endswith(other) or other.endswith(name) for other in different):
            different.append(name)
    return different


def _round(texts: Sequence[str], doubts: list[str]) -> str | None:
    """The round by its number, else by a word such as 修改稿."""
    folded = [fold(text) for text in texts]
    numbered = list(dict.fromkeys(found.group() for text in folded for found in _ROUND.finditer(text)))
    if len({_round_number(text) for text in numbered}) > 1:
        doubts.append(f"写明的报送轮次不一致（{'、'.join(numbered)}），请核对是第几轮")
        return None
    if numbered:
        return numbered[0]
    words = (found.group() for text in folded if (found := _ROUND_WORD.search(text)))
    return next(words, None)


def _round_number(text: str) -> str:
    digits = re.search(rf"\d+|[{_NUMERAL}]+", text)
    return str(_NUMERAL.find(digits.group()) + 1 or digits.group()) if digits else text


def _date(above: Sequence[str], below: Sequence[str], stem: str) -> str | None:
    """The date after 填报时间： above or below the table, else the only one above the header or in the file name."""
    folded = [fold(text) for text in above]
    signed = [fold(text) for text in below]
    labelled = [text[found.end() :] for text in (*folded, *signed) if (found := _DATED.search(text))]
    for texts in (labelled, [*folded, fold(stem)]):
        dates: dict[tuple[int, ...], str] = {}
        for found in (each for text in texts for each in _DATE.finditer(text)):
            dates.setdefault(_day(found), found.group())
        months = [found.group() for text in texts for found in _MONTH.finditer(text)]
        if dates:
            return next(iter(dates.values())) if len(dates) == 1 else None
        if months:
            return months[0] if len(set(months)) == 1 else None
    return None


def days(text: str) -> Iterator[tuple[int, ...]]:
    """Year, month and day of each date in a text, so that one date in two ways is one."""
    yield from map(_day, _DATE.finditer(text))


def _day(found: re.Match[str]) -> tuple[int, ...]:
    return tuple(number(text) for text in found.groups() if text)


def number(text: str) -> int:
    """The number that digits or Chinese numerals print."""
    if text.isdecimal():
        return int(text)
    if len(text) == len("二〇一七"):
        return int("".join(str(max(_CHINESE_DIGIT.index(each) - 2, 0)) for each in text))
    tens, _, ones = text.rpartition("十")
    ten = (_NUMERAL.index(tens) + 1 if tens else 1) * 10 if "十" in text else 0
    return ten + (_NUMERAL.index(ones) + 1 if ones else 0)
