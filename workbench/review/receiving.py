"""Takes in verdicts that a reviewer typed into a returns workbook while away from the dashboards."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from workbench import workbooks
from workbench.records import PART_SIGN, VERDICTS, Decision, Event, Submission, part_named, shown_moment
from workbench.records.tidy import fold
from workbench.review.shown_opinions import shown as shown_opinion
from workbench.review.shown_opinions import taken_apart
from workbench.store import Conflict, NotAllowed, Refused, Store, StoreProblem

_CODES = {name: code for code, name in VERDICTS.items()}


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """What became of one typed row. ``status``: 已记录, 未变, 冲突 or 未记录; ``message`` says why it was not recorded.

    ``handling`` is what the unit wrote as 处理情况; a row that says nothing else is 未变.
    """

    item: str
    name: str
    cell: str
    status: str
    verdict: str = ""
    message: str = ""
    handling: str = ""


def receive(store: Store, path: Path, by: str) -> list[ReceivedLine]:
    """Record what was typed since the workbook was written; what others decided meanwhile is shown, not overwritten.

    Raises:
        UnreadableWorkbook: the file is no returns workbook.
        StoreProblem: it answers a submission that this store does not have.
    """
    reading = workbooks.read_returns(path)
    submission = store.known(reading.sha256)
    if submission is None:
        raise StoreProblem(f"“{path.name}”对应的报送文件不在本库中，请核对文件和工作区。")
    if reading.event > (last := store.last_event()):
        raise StoreProblem(
            f"“{path.name}”写明包含第 {reading.event} 号审核记录，而本库只有 {last} 条：文件被改动，或本库缺少记录。"
            "没有读入。请执行“workbench doctor --verify”核对，并用新的反馈工作簿填写。"
        )
    states = store.states([row.item for row in reading.rows])
    lines = []
    for row in reading.rows:
        if row.verdict:
            lines.append(_take(store, submission, reading.event, row, states.get(row.item), by))
        elif row.handling:
            lines.append(_line(row, "未变"))
        lines += _parts(store, submission, reading.event, row, by)
    lost = [ReceivedLine("", "", f"{p.sheet}!{p.cell}", "未记录", message=p.message) for p in reading.problems]
    return lines + lost


def _line(row: workbooks.TypedRow, status: str, message: str = "") -> ReceivedLine:
    return ReceivedLine(row.item, row.name, f"{row.sheet}!{row.cell}", status, row.verdict, message, row.handling)


def _parts(
    store: Store, submission: Submission, shown: int, row: workbooks.TypedRow, by: str
) -> Iterator[ReceivedLine]:
    """What stands beside elements and materials: verdicts are recorded on the part itself."""
    guide = next(iter(store.guide_rounds(row.item)), None) if any(part.verdict for part in row.parts) else None
    for part in row.parts:
        sheet, _, cell = part.cell.rpartition("!")
        name = f"{row.name}：{part.name}"
        typed = workbooks.TypedRow(row.item, name, sheet, cell, part.verdict, part.opinion, part.handling)
        if not part.verdict:
            yield _line(typed, "未变")
            continue
        named = [part_named(f"{row.item}{PART_SIGN}{each}", guide.guide) for each in part.parts] if guide else []
        if len(named) != 1 or named[0] is None:
            yield _line(typed, "未记录", "这一行有几项要素，分不清结论针对哪一项，请在界面中决定")
            continue
        typed = replace(typed, item=named[0].item)
        standing = store.states([typed.item]).get(typed.item)
        yield _take(store, submission, shown, typed, standing, by)


def _take(
    store: Store,
    submission: Submission,
    shown: int,
    row: workbooks.TypedRow,
    standing: Event | None,
    by: str,
) -> ReceivedLine:
    """Record one row where it says something new."""
    code = _CODES.get(row.verdict)
    if code is None:
        return _line(row, "未记录", f"没有“{row.verdict}”这种结论，请从下拉列表中选择")
    if standing and standing.verdict == code and _same(shown_opinion(standing), row.opinion):
        return _line(row, "未变")
    history = store.history(row.item)
    if any(event.event > shown for event in history):
        later = history[-1]
        word = VERDICTS.get(later.verdict or "", "撤销结论")
        return _line(
            row, "冲突", f"{later.by} 已于 {shown_moment(later.at)} 记录“{word}”，没有覆盖，请核对后在界面中决定"
        )
    told = taken_apart(row.opinion)
    try:
        stage = store.stage_for(row.item, by)
        decision = Decision(
            row.item, code, told.opinion, (), told.lead_unit, stage, told.target_type, told.target_level
        )
        store.record(decision, by, len(history), source=submission.file)
    except Conflict as error:
        return _line(row, "冲突", str(error))
    except (NotAllowed, Refused) as error:
        return _line(row, "未记录", str(error))
    return _line(row, "已记录")


def _same(shown: str, typed: str) -> bool:
    """Whether an opinion is still what the workbook showed; blanks and what a cell cannot hold do not count."""
    return fold(workbooks.clean(shown)) == fold(typed)
