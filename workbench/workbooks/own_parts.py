"""What the returns workbook adds to a submission: known to the writer, and to the reader when it comes back."""

import re
from collections.abc import Iterable, Sequence

SUMMARY = "审核意见汇总"
INSTRUCTIONS = "说明"
#: The title of the sheet 说明: a unit may have a sheet of that name too.
INSTRUCTIONS_TITLE = "怎样修改和重新报送"
#: Who our notes on cells are by.
AUTHOR = "审核组"
#: Headings of the columns right of the unit's, left to right.
HEADINGS = ("审核结论", "审核意见", "问题依据", "重复事项", "审核组", "审核人", "审核时间", "处理情况")
#: What begins the opinion on a guide: verdict, opinion, reviewer and time are those of all of it.
WHOLE_GUIDE = "【整份指南】"
#: Keys and headings of the tables for programs on the sheet 说明.
SHA256_KEY, EVENT_KEY = "报送文件 SHA-256", "审核记录号"
ITEM_HEADING = ("事项编号", "事项", "工作表", "单元格")

#: So many headings side by side are ours.
_TOLD = 4
_SUMMARY_NAME = re.compile(rf"{SUMMARY}\d*")


def is_ours(name: str, first_text: str) -> bool:
    """Whether a sheet with this name and this text in A1 was added by a returns workbook."""
    return bool(_SUMMARY_NAME.fullmatch(name)) or first_text == INSTRUCTIONS_TITLE


def answer_column(rows: Iterable[Sequence[str]]) -> int | None:
    """The column (from 0) in which our columns begin on a sheet that was answered before; None where it was not."""
    for row in rows:
        if HEADINGS[0] in row:
            for column in range(len(row) - 1):
                if tuple(row[column : column + _TOLD]) == HEADINGS[:_TOLD]:
                    return column
    return None
