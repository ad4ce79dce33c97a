"""Rows of a catalogue sheet that are no matters: notes, totals, signatures, section headings, a header once more."""

import re
from collections.abc import Collection, Mapping, Sequence

from workbench.records.tidy import fold
from workbench.workbooks.headers import Header

_TOTAL = re.compile(r"^(?:合计|总计|小计|共计|累计)(?:[:：(（\d共]|$)")
_NOTE = re.compile(
    r"^[(（]?(?:填表说明|填报说明|填写说明|编制说明|备注说明|说明|注意事项|注意|备注|附注|注)(?:[:：)）]|\d|$)"
)
_SIGNED = re.compile(
    r"^(?:填表|填报|报送|编制|制表|审核|审批|复核|联系|经办|单位|主要|分管|部门)?(?:负责|经办)?"
    r"(?:人|单位|机构|电话|方式|日期|时间|领导|制表|审核)(?:[(（][^)）]*[)）])?[:：]"
)
_SECTION = re.compile(r"^(?:第?[一二三四五六七八九十]+[、.．部章]|[(（][一二三四五六七八九十]+[)）])")
#: What only a matter has beside its name.
_SUBSTANCE = frozenset({"item_type", "legal_basis", "levels_and_departments", "implementing_agency"})
#: Longer texts are judged by their beginning.
_HEAD = 60


class OtherRows:
    """Tells such rows, from the top down: after the first note only what looks like a whole matter is one."""

    def __init__(self, header: Header) -> None:
        """``header`` may be printed once more on every page."""
        self._words = {fold(text) for row in header.texts for text in row if text.strip()}
        self._notes = False

    def has(self, texts: Sequence[str], cells: Mapping[str, str], own: Collection[str]) -> bool:
        """Whether a row is no matter. ``texts`` are its texts, ``own`` the fields that it fills itself."""
        head = fold(texts[0][:_HEAD])
        substance = not _SUBSTANCE.isdisjoint(own)
        whole = substance and "item_name" in own
        if not whole and _NOTE.match(head):
            self._notes = True
            return True
        return (
            (head in self._words and all(fold(text[:_HEAD]) in self._words for text in texts))
            or (not whole and bool(_SIGNED.match(head) or _TOTAL.match(head)))
            or (not substance and self._notes)
            or (len(texts) == 1 and (_is_heading(head, own) or len(set(cells.values())) == 1 < len(cells)))
        )


def _is_heading(head: str, own: Collection[str]) -> bool:
    """Whether the only text of a row is a section's heading, a number without a matter, or stands in no column."""
    return not own or set(own) == {"seq"} or bool(_SECTION.match(head) and "item_name" in own)
