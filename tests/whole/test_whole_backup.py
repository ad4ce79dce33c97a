"""A workspace goes into one file and comes out of it the same; what is not whole is not restored."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli import main
from workbench.review import Workspace, open_workspace


def run(*arguments: str | Path) -> tuple[int, str]:
    """Exit status and all that a command says."""
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    return result.exit_code, result.output


@pytest.fixture
def packed(workspace: Workspace, tmp_path: Path) -> Path:
    """A backup of a workspace with one verdict."""
    workspace.record(workspace.matters()["item"][0], "return_for_revision", "改名称", by=_reviewer(workspace))
    workspace.returns_folder.mkdir(parents=True, exist_ok=True)
    (workspace.returns_folder / "~$开着.xlsx").write_bytes(b"lock")
    status, said = run("backup", tmp_path / "备份.zip", "--workspace", workspace.path)
    assert (status, "内容已核对" in said) == (0, True)
    return tmp_path / "备份.zip"


def _reviewer(workspace: Workspace) -> str:
    first = workspace.assignments.unit(workspace.matters()["unit"][0])
    return f"group{first.group if first else 0}"


def test_a_workspace_is_the_same_after_backup_and_restore(workspace: Workspace, packed: Path, tmp_path: Path):
    """Frames, verdicts and submitted files are the same, the chain is whole, and work goes on."""
    status, said = run("restore", packed, tmp_path / "新")
    assert (status, "审核记录的哈希链完整" in said) == (0, True)
    again = open_workspace(tmp_path / "新")
    for frame in ("matters", "guides", "findings", "verdicts", "pairs"):
        assert getattr(again, frame)().equals(getattr(workspace, frame)()), frame
    sent = sorted(
        path.relative_to(workspace.path) for path in (workspace.path / "data" / "submissions").rglob("*.xlsx")
    )
    assert [(again.path / path).read_bytes() for path in sent] == [
        (workspace.path / path).read_bytes() for path in sent
    ]
    assert [line.status for line in again.intake([again.path / sent[0]])] == ["未变"]
    again.undo(again.verdicts()["item"][0], by=_reviewer(workspace))
    assert again.store.verify() == []


def test_a_backup_is_its_owners_and_holds_no_lock_files(packed: Path):
    """It has password hashes in it."""
    assert packed.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(packed) as archive:
        assert [name for name in archive.namelist() if "~$" in name or name.endswith((".sqlite", "-wal"))] == []


def test_nothing_is_overwritten(workspace: Workspace, packed: Path):
    """Neither a backup by another one, nor a workspace by a backup."""
    before = packed.read_bytes()
    status, said = run("backup", packed, "--workspace", workspace.path)
    assert (status, "已存在，没有覆盖" in said, packed.read_bytes() == before) == (2, True, True)
    status, said = run("restore", packed, workspace.path)
    assert (status, "不是空文件夹" in said) == (2, True)


def _changed(packed: Path, target: Path, change: str) -> Path:
    """The backup with one thing changed in it."""
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if change == "content" and name == "group_assignments.yml":
                content += b"# more\n"
            if change in {"path", "format"} and name == "manifest.json":
                told = json.loads(content)
                if change == "path":
                    told["entries"].append({"path": "../evil", "size": 4, "sha256": "x"})
                else:
                    told["format"] = 99
                content = json.dumps(told).encode()
            new.writestr(name, content)
        if change == "path":
            new.writestr("../evil", b"evil")
    return target


@pytest.mark.parametrize(
    ("change", "words"), [("content", "与备份时不同"), ("path", "会写到工作区之外"), ("format", "由更新的版本")]
)
def test_a_changed_backup_is_not_restored(packed: Path, tmp_path: Path, change: str, words: str):
    """Nothing is written of it."""
    bad = _changed(packed, tmp_path / "改.zip", change)
    status, said = run("restore", bad, tmp_path / "新")
    assert (status, words in said, (tmp_path / "新").exists(), (tmp_path / "evil").exists()) == (2, True, False, False)


def test_a_file_that_was_cut_short_is_not_restored(packed: Path, tmp_path: Path):
    """Half a backup is none."""
    half = tmp_path / "半.zip"
    half.write_bytes(packed.read_bytes()[: packed.stat().st_size // 2])
    status, said = run("restore", half, tmp_path / "新")
    assert (status, "不是工作台的备份，或者没有写完整" in said) == (2, True)
