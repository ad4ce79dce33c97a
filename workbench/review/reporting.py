"""Puts the monthly bulletin together: figures of the store, in the words of the document."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from workbench.review.bulletin import Bulletin, Standing
from workbench.workbooks.bulletin_content import BulletinContent, BulletinFault, BulletinLine

#: The forms of the bulletin: the document and its tables.
ENDINGS = (".docx", ".xlsx")
_WEEKDAYS = "一二三四五六日"
_OVER = "手册规定的各阶段时限均已截止，请尚未完成的单位和审核组抓紧办理。"


def content_of(bulletin: Bulletin, groups: dict[int, str]) -> BulletinContent:
    """What the documents say; ``groups`` are the groups' names by number."""
    month = bulletin.month
    return BulletinContent(
        title=f"关于政务服务事项审核进展情况的通报（{month.year}年{month.month}月）",
        day=_day(bulletin.made_on),
        summary=_summary(bulletin),
        groups=[_line(each, each.name) for each in bulletin.groups],
        units=[_line(each, groups.get(number, "")) for number, each in bulletin.units],
        missing=bulletin.missing,
        faults=[BulletinFault(each.name, each.clause, each.items, each.returned) for each in bulletin.faults],
        due=[f"{_due(day)}前，{track}：{task}。" for day, track, task in bulletin.due] or [_OVER],
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _due(day: date) -> str:
    return f"{day.month}月{day.day}日（周{_WEEKDAYS[day.weekday()]}）"


def _summary(bulletin: Bulletin) -> str:
    total, units = bulletin.total, len(bulletin.units)
    return (
        f"截至{_day(bulletin.made_on)}，{units} 个报送单位中 {units - len(bulletin.missing)} 个已报送，共 {total.rows} 项"
        f"事项和指南；已审 {total.decided} 项，占 {total.share:.0%}，其中通过 {total.passed} 项，退回修改 {total.returned} 项，"
        f"其他结论 {total.other} 项。{bulletin.month.month}月形成结论 {total.month} 项。{_followed(total)}"
    )


def _followed(total: Standing) -> str:
    """What became of the problems of the round before, where any came again."""
    if not total.corrected + total.uncorrected:
        return ""
    return f"退回后重新报送的问题中，已改正 {total.corrected} 个，未改正或者有待核实 {total.uncorrected} 个。"


def _line(each: Standing, group: str) -> BulletinLine:
    counts = (each.passed, each.returned, each.other, each.rows - each.decided)
    return BulletinLine(
        group, each.name, each.rows, counts, each.violations, each.doubts, each.month, each.corrected, each.uncorrected
    )


def report_files(content: BulletinContent, month: date, endings: Collection[str] = ENDINGS) -> dict[str, bytes]:
    """The bulletin's files by name; ``endings`` are those wanted of :data:`ENDINGS`."""
    from workbench.workbooks.bulletin import write_bulletin  # noqa: PLC0415 - draws charts: only for who wants a report
    from workbench.workbooks.bulletin_tables import write_bulletin_tables  # noqa: PLC0415 - the same

    ways = dict(zip(ENDINGS, (write_bulletin, write_bulletin_tables), strict=True))
    return {f"审核进展通报-{month:%Y-%m}{ending}": ways[ending](content) for ending in ENDINGS if ending in endings}


def write_report(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write the files into ``folder``; each takes the place of the former at once."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in files.items():
        path = folder / name
        beside = path.with_name(f".{path.name}.tmp")
        beside.write_bytes(content)
        beside.replace(path)
        written.append(path)
    return written
