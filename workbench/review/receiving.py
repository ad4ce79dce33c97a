"""Takes in verdicts that a reviewer typed into a returns workbook while away from the dashboards."""

from dataclasses import dataclass
from pathlib import Path

from workbench import workbooks
from workbench.records import VERDICTS, Decision, Event, Stage, Submission
from workbench.store import Conflict, NotAllowed, Refused, Store, StoreProblem

_CODES = {name: code for code, name in VERDICTS.items()}


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """What became of one typed row. ``status``: 已记录, 未变, 冲突 or 未记录; ``message`` says why it was not recorded."""

    item: str
    name: str
    cell: str
    status: str
    verdict: str = ""
    message: str = ""


def receive(store: Store, path: Path, by: str, stage: Stage) -> list[ReceivedLine]:
    """Record what was typed since the workbook was written; what others decided meanwhile is shown, not overwritten.

    Raises:
        UnreadableWorkbook: the file is no returns workbook.
        StoreProblem: it answers a submission that this store does not have.
    """
    reading = workbooks.read_returns(path)
    submission = store.known(reading.sha256)
    if submission is None:
        raise StoreProblem(f"“{path.name}”对应的报送文件不在本库中，请核对文件和工作区。")
    states = store.states([row.item for row in reading.rows])
    typed = [row for row in reading.rows if row.verdict.strip()]
    lines = [_take(store, submission, reading.event, row, states.get(row.item), by, stage) for row in typed]
    lost = [ReceivedLine("", "", f"{p.sheet}!{p.cell}", "未记录", message=p.message) for p in reading.problems]
    return lines + lost


def _take(
    store: Store,
    submission: Submission,
    shown: int,
    row: workbooks.TypedRow,
    standing: Event | None,
    by: str,
    stage: Stage,
) -> ReceivedLine:
    """Record one row where it says something new."""
    name = row.verdict.strip()
    code = _CODES.get(name)
    line = ReceivedLine(row.item, row.name, f"{row.sheet}!{row.cell}", "未记录", name)
    if code is None:
        return _because(line, f"没有“{name}”这种结论，请从下拉列表中选择")
    if standing and (standing.verdict, standing.opinion) == (code, row.opinion):
        return ReceivedLine(line.item, line.name, line.cell, "未变", name)
    history = store.history(row.item)
    if any(event.event > shown for event in history):
        later = history[-1]
        word = VERDICTS.get(later.verdict or "", "撤销结论")
        return _because(line, f"{later.by} 已于 {later.at} 记录“{word}”，没有覆盖，请核对后在界面中决定", "冲突")
    decision = Decision(row.item, code, row.opinion, stage=stage)
    try:
        store.record(decision, by, len(history), source=submission.file)
    except Conflict as error:
        return _because(line, str(error), "冲突")
    except (NotAllowed, Refused) as error:
        return _because(line, str(error))
    return ReceivedLine(line.item, line.name, line.cell, "已记录", name)


def _because(line: ReceivedLine, message: str, status: str = "未记录") -> ReceivedLine:
    return ReceivedLine(line.item, line.name, line.cell, status, line.verdict, message)
