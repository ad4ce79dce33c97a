"""Rows of a catalogue sheet that are no matters: notes, totals, signatures, section headings, a header once more."""

import re
from collections.abc import Collection, Sequence

from workbench.records import ITEM_TYPES
from workbench.records.tidy import fold
from workbench.workbooks.headers import Header

#: Why a row is no matter, as the read report says it.
NOTE, TOTAL, SIGNED, REPEATED = "填表说明或注", "合计行", "签字栏", "重复表头"
HEADING, NUMBER, OUTSIDE = "分类标题行", "只有序号的空行", "不在目录各列中的文字"

_TOTAL = re.compile(r"^(?:本页|本表|全部)?(?:合计|总计|小计|共计|累计)(?:[:：(（\d共]|$)")
_NOTE = re.compile(
    r"^[(（]?(?:填表说明|填报说明|填写说明|编制说明|备注说明|说明|注意事项|注意|备注|附注|注)(?:[:：)）]|\d|$)"
)
_SIGNED = re.compile(
    r"^(?:填表|填报|报送|编制|制表|审核|审批|复核|联系|经办|单位|主要|分管|部门)?(?:负责|经办)?"
    r"(?:人|单位|机构|电话|方式|日期|时间|领导|制表|审核)(?:[(（][^)）]*[)）])?[:：]"
)
_NUMERALS = r"(?:第?[一二三四五六七八九十]{1,3}[、.．部章]|[(（][一二三四五六七八九十]{1,3}[)）])"
_SECTION = re.compile(rf"^{_NUMERALS}")
_COUNT = r"(?:[(（]共?计?\d+[大小]?[项个件][)）]|共?计?\d+[大小]?[项个件])"
_COUNTED = re.compile(r"[(（]共?计?\d+[大小]?[项个件][)）]$|共计?\d+[大小]?[项个件]$")
#: A type of matters and nothing else: “一、行政许可（共12项）”.
_TYPE = re.compile(
    rf"^{_NUMERALS}?(?:{'|'.join(ITEM_TYPES)}|公共服务|其他|其他(?:行政)?权力)(?:事项|类|类事项)?[:：]?(?:{_COUNT})?[:：]?$"
)
_NUMBER = re.compile(r"[(（]?[\d.\-]+[)）、.]?")
#: What only a matter has beside its name.
SUBSTANCE = frozenset({"item_type", "legal_basis", "levels_and_departments", "implementing_agency"})
#: Longer texts are judged by their beginning.
_HEAD = 60


def foot(text: str) -> str | None:
    """Whether a line that begins so is a total or a signature at the foot of a table."""
    head = fold(text[:_HEAD])
    return TOTAL if _TOTAL.match(head) else SIGNED if _SIGNED.match(head) else None


class OtherRows:
    """Tells such rows, from the top down: after the first note only what looks like a whole matter is one."""

    def __init__(self, header: Header) -> None:
        """``header`` may be printed once more on every page."""
        self._words = {fold(text) for row in header.texts for text in row if text.strip()}
        self._notes = False

    def why(self, texts: Sequence[str], own: Collection[str], filled: Collection[str], *, alone: bool) -> str | None:
        """Why a row is no matter; None where it is one.

        ``texts`` are its texts, ``own`` the fields that it fills itself, ``filled`` those and what stands merged over
        it; ``alone`` says that one merged cell is the whole row.
        """
        head = fold(texts[0][:_HEAD])
        whole = "item_name" in filled and not SUBSTANCE.isdisjoint(filled)
        if head in self._words and all(fold(text[:_HEAD]) in self._words for text in texts):
            return REPEATED
        if whole:
            return None
        if _NOTE.match(head):
            self._notes = True
            return NOTE
        if _TOTAL.match(head):
            return TOTAL
        if _SIGNED.match(head):
            return SIGNED
        return self._by_its_form(texts, head, own, filled, alone=alone)

    def _by_its_form(
        self, texts: Sequence[str], head: str, own: Collection[str], filled: Collection[str], *, alone: bool
    ) -> str | None:
        """The same for a row that is known by how few cells it fills."""
        if self._notes and SUBSTANCE.isdisjoint(filled):
            return NOTE
        last = fold(texts[-1][:_HEAD])
        if set(filled) <= {"seq", "item_name"} and (_TYPE.match(last) or _COUNTED.search(last)):
            return HEADING
        if len(texts) > 1:
            return None
        if not own:
            return OUTSIDE
        if own == {"seq"}:
            return NUMBER if _NUMBER.fullmatch(head) else HEADING
        return HEADING if alone or ("item_name" in own and _SECTION.match(head)) else None
