"""``workbench pairs`` from the shell's side."""

import pytest
from click.testing import CliRunner

from workbench.cli.pairs import pairs

ROWS = "id,name\nx1,取水许可\nx2,取水许可证\nx3,取水许可\n"


@pytest.fixture
def file(tmp_path):
    """Three alike rows."""
    path = tmp_path / "names.csv"
    path.write_text(ROWS, encoding="utf-8")
    return str(path)


def test_all_pairs_are_listed_by_their_ids(file):
    """The table has a, b and score; nothing is said where nothing is missing."""
    told = CliRunner().invoke(pairs, [file, "--raw"])
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.splitlines()[0] == "a,b,score"
    assert [line.split(",")[:2] for line in told.stdout.splitlines()[1:]] == [["x1", "x2"], ["x1", "x3"], ["x2", "x3"]]


def test_a_limit_that_was_asked_for_is_told_and_the_command_is_done(file):
    """What is listed is a part, and the sentence says how many there are and what to do."""
    told = CliRunner().invoke(pairs, [file, "--raw", "--most", "1", "--format", "jsonl"])
    assert (told.exit_code, len(told.stdout.splitlines())) == (0, 1)
    assert told.stderr.strip() == (
        "未列全：达到阈值 85 的行对至少有 3 对，按抽样估计约 3 对，超过上限 1 对，只列出了其中 1 对。"
        "请把 --threshold 提高到 89（按抽样估计不会超过），或用 --most 提高上限（每100万对约占内存 64 MB）。"
    )


def test_a_limit_by_memory_ends_the_command_as_not_done(tmp_path, monkeypatch):
    """A program that reads only the exit status must not take a part for the whole."""
    monkeypatch.setattr("workbench.matching.join.memory.free_memory", lambda: 0)
    path = tmp_path / "names.csv"
    path.write_text("name\n" + "取水许可\n" * 1500, encoding="utf-8")
    told = CliRunner().invoke(pairs, [str(path), "--output", str(tmp_path / "pairs.parquet")])
    assert told.exit_code == 2
    assert "1124250 对" in told.stderr
    assert "去掉名称相同的行" in told.stderr
