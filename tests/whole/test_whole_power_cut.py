"""In which order things reach the disk, as the kernel is asked: what a power cut can and cannot take."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import assignments
from workbench.records import Row
from workbench.review import open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission

PROGRAM = Path(__file__).parent / "power_cut" / "verdicts.py"
CALLS = "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2"
#: A traced call: its name, and the file or the text that it is about.
LINE = re.compile(r"^\d+\s+(\w+)\((.*)")


@pytest.fixture
def traced(tmp_path: Path) -> list[tuple[str, str]]:
    """The calls of the program, in order, by name and arguments (files by their paths)."""
    office = tmp_path / "office"
    office.mkdir()
    (office / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    row = Row(seq="1", item_name="取水许可", item_type="行政许可", legal_basis="《取水许可管理办法》")
    sheet = SubmissionSheet("省水利厅省政务服务事项目录", "填报单位：省水利厅", "省目录", [MainItem(row)])
    write_submission(tmp_path / "shui.xlsx", sheet)
    workspace = open_workspace(office)
    workspace.intake([tmp_path / "shui.xlsx"], unit="省水利厅")
    workspace.store.close()
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets no process be traced")
    notes = tmp_path / "trace"
    command = [
        "strace",
        "-f",
        "-y",
        "-o",
        str(notes),
        "-e",
        f"trace={CALLS}",
        sys.executable,
        str(PROGRAM),
        str(office),
    ]
    subprocess.run(command, check=True, capture_output=True)
    found = map(LINE.match, notes.read_text(encoding="utf-8", errors="replace").splitlines())
    return [(match[1], match[2]) for match in found if match]


def last(calls: list[tuple[str, str]], name: str, about: str) -> int:
    """Where the last such call is."""
    return max(place for place, call in enumerate(calls) if re.fullmatch(name, call[0]) and re.search(about, call[1]))


def test_a_verdict_is_on_the_disk_before_it_is_acknowledged(traced: list[tuple[str, str]]):
    """The write-ahead log is synced after its last write and before the word goes out, each time."""
    starts = [place for place, (name, about) in enumerate(traced) if name == "write" and '"acknowledged' in about]
    assert len(starts) == 3
    for before, here in zip([0, *starts], starts, strict=False):
        turn = traced[before:here]
        assert last(turn, "pwrite64", r"sqlite-wal>") < last(turn, "f(data)?sync", r"sqlite-wal>")


def test_a_workbook_is_on_the_disk_before_its_name_and_its_name_before_the_note(traced: list[tuple[str, str]]):
    """Content, then name, then folder, then the store's note that it was exported: a cut leaves it to be written anew."""
    calls = traced[last(traced, "write", '"acknowledged') : last(traced, "write", '"exported')]
    renamed = [place for place, (name, about) in enumerate(calls) if name.startswith("rename") and ".tmp" in about]
    assert len(renamed) == 2
    noted = last(calls, "pwrite64", r"sqlite-wal>")
    for place, until in zip(renamed, [renamed[1], noted], strict=True):
        temporary = re.search(r"(\.\w+\.tmp)", calls[place][1])[1]
        about = re.escape(temporary)
        assert last(calls, "write", about) < last(calls, "fsync", about) < place
        assert any(name == "fsync" and not re.search(r"\.tmp>|sqlite", about) for name, about in calls[place:until])
    assert noted < last(calls, "f(data)?sync", r"sqlite-wal>")
