"""Run by a test in a mount namespace of its own: returns workbooks on a disk that is full or read-only, and then is not."""

import logging
import subprocess
import sys
from contextlib import suppress
from io import StringIO
from pathlib import Path

from workbench import assignments, workbooks
from workbench.records import Row
from workbench.review import open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission

folder = Path(sys.argv[1])
disk = folder / "data" / "returns"
disk.mkdir(parents=True)
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=True)
(folder / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
row = Row(
    seq="1",
    item_name="取水许可",
    sub_item_name="",
    item_type="行政许可",
    legal_basis="《取水许可管理办法》",
    remarks="",
)
sheet = SubmissionSheet("省水利厅省政务服务事项目录", "填报单位：省水利厅", "省目录", [MainItem(row)])
write_submission(folder / "省水利厅.xlsx", sheet)
workspace = open_workspace(folder)
workspace.intake([folder / "省水利厅.xlsx"])
(item,) = workspace.matters()["item"]
told = StringIO()
logging.basicConfig(stream=told, format="%(message)s")


def decide(opinion: str) -> int:
    """Record a verdict; its number."""
    return workspace.record(item, "return_for_revision", opinion, by="group1").event


def stamp(path: Path) -> int:
    """The last event that a returns workbook says it shows."""
    return workbooks.read_returns(path).event


def said() -> str:
    """What was logged since the last look."""
    text = told.getvalue()
    told.truncate(0)
    told.seek(0)
    return text


first = decide("请补充。")
(path,) = workspace.export_changes()
assert stamp(path) == first
good = path.read_bytes()

with (disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
    while filler.write(b"0" * 1024):
        pass
second = decide("磁盘满时作出的结论。")
assert workspace.export_changes() == []
assert "磁盘已满，请清理磁盘。结论不受影响，稍后自动再写。" in said()
assert path.read_bytes() == good
assert [each.name for each in disk.rglob(".*")] == []
assert [event.event for event in workspace.history(item)] == [first, second]
assert len(workspace.store.dirty()) == 1
(disk / "filler").unlink()
assert workspace.export_changes() == [path]
assert stamp(path) == second

subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
third = decide("只读时作出的结论。")
assert workspace.export_changes() == []
assert "所在磁盘是只读的" in said()
subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
assert workspace.export_changes() == [path]
assert (stamp(path), workspace.store.dirty(), said()) == (third, [], "")
