"""The list of statutes that a workspace adds to the package's index: its rows as statutes, and what is wrong with them."""

import re
from collections.abc import Iterable

from workbench.citations import Statute
from workbench.records import Problem, Rank, RuleKind
from workbench.records.tidy import fold
from workbench.workbooks import ListRow

#: Columns that every row fills in.
REQUIRED = ("名称", "位阶")
#: Words of the column 位阶.
_RANKS: dict[str, tuple[Rank, RuleKind | None]] = {
    **{rank.value: (rank, None) for rank in Rank if rank is not Rank.RULE},
    **{kind.value: (Rank.RULE, kind) for kind in RuleKind},
    "国务院部门规章": (Rank.RULE, RuleKind.MINISTRY),
    "政府规章": (Rank.RULE, RuleKind.LOCAL),
}
_CHOICES = "、".join([*(rank for rank in Rank if rank is not Rank.RULE), *RuleKind])
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})(?!\d)")
#: Words that any statute may be called by: as a name of one they would make it of every other.
_ANY = re.compile(r"(?:本|该|此|实施)?(?:法|法律|条例|办法|规定|细则|规则|决定|通知|意见|方案|标准|规范|公告)?$")
_BETWEEN = re.compile(r"[;；|\n]+")


def statutes_of(file: str, rows: Iterable[ListRow]) -> tuple[list[Statute], list[Problem]]:
    """The statutes, and a problem for each row that is none, or stands there twice; such a row is left out."""
    statutes: dict[str, Statute] = {}
    problems: list[Problem] = []
    for row in rows:
        fault = _fault(row)
        title = _title(row.texts["名称"])
        if fault is None and title in statutes:
            fault = "名称", f"《{title}》在清单中重复，以前面的为准，请删去一行"
        if fault:
            column, said = fault
            cell = row.cells.get(column, row.cells["名称"])
            problems.append(Problem(f"{file} 工作表“{row.sheet}”{cell}：{said}。这一行未读取。", file, row.sheet, cell))
        else:
            statutes[title] = _statute(title, row)
    return list(statutes.values()), problems


def _fault(row: ListRow) -> tuple[str, str] | None:
    """The column at fault, and what is wrong and to be done."""
    texts = row.texts
    if _ANY.fullmatch(_title(texts["名称"])):
        return "名称", f"“{texts['名称']}”不是一件法规文件的名称，请填写全称"
    if fold(texts["位阶"]) not in _RANKS:
        told = f"不认识位阶“{texts['位阶']}”" if texts["位阶"] else "没有填写位阶"
        return "位阶", f"{told}，请填写其中之一：{_CHOICES}"
    if texts["最近修订"] and not _YEAR.match(fold(texts["最近修订"])):
        return "最近修订", f"“{texts['最近修订']}”不是年份，请填写最近一次修订的年份，如 2017"
    if wrong := next((name for name in _aliases(row) if _ANY.fullmatch(name)), None):
        return "简称", f"简称“{wrong}”会使其他法规文件也被认作这一件，请删去"
    return None


def _statute(title: str, row: ListRow) -> Statute:
    rank, kind = _RANKS[fold(row.texts["位阶"])]
    year = _YEAR.match(fold(row.texts["最近修订"]))
    issuer = "".join(row.texts["制定机关"].split())
    return Statute(title, rank, issuer, year["year"] if year else "", _aliases(row), kind)


def _title(text: str) -> str:
    """A title as bases are searched for it: without blanks and 《》 around it."""
    bare = "".join(text.split())
    return bare[1:-1] if bare.startswith("《") and bare.endswith("》") else bare


def _aliases(row: ListRow) -> tuple[str, ...]:
    return tuple(name for part in _BETWEEN.split(row.texts["简称"]) if (name := _title(part)))
