"""The audit trail."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from workbench.store import Trail


def test_lines_follow_each_other(tmp_path: Path):
    """What is added is read again in order, from several writers at once, and nothing is broken."""
    trail = Trail(tmp_path / "data")
    assert (list(trail.entries()), trail.broken()) == ([], [])
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: trail.add("failed", f"user{number}", address="::1"), range(40)))
    assert {each["user"] for each in trail.entries()} == {f"user{number}" for number in range(40)}
    assert trail.broken() == []


def test_what_was_typed_stays_on_its_line(tmp_path: Path):
    """Line breaks and quotes cannot forge a line, and nothing is longer than 256 characters."""
    trail = Trail(tmp_path)
    trail.add("failed", 'a"}\n{"what": "signed_in"', address="x" * 1000)
    trail.add("failed", "b\u2028c\x85d")
    (first, second) = trail.entries()
    assert (first["user"], len(first["address"]), second["user"]) == ('a"}\n{"what": "signed_in"', 256, "b\u2028c\x85d")
    assert trail.broken() == []


def test_changes_and_gaps_are_found(tmp_path: Path):
    """A line that was changed or taken out is told by the one after it; half a line stops nothing."""
    trail = Trail(tmp_path)
    for user in ("a", "b", "c", "d"):
        trail.add("signed_in", user)
    lines = trail.path.read_text().splitlines()
    changed = lines[1].replace('"b"', '"x"')
    trail.path.write_text("\n".join([lines[0], changed, *lines[2:]]) + "\n")
    assert trail.broken() == [f"“{trail.path.name}”第 3 行与上一行不衔接，其前有改动或删除"]
    trail.path.write_text("\n".join([lines[0], *lines[2:]]) + "\n")
    assert trail.broken() == [f"“{trail.path.name}”第 2 行与上一行不衔接，其前有改动或删除"]
    trail.path.write_text(lines[0] + "\n" + lines[1][:20])
    trail.add("signed_in", "e")
    assert [json.loads(line)["user"] for line in trail.path.read_text().splitlines()[::2]] == ["a", "e"]
    assert trail.broken() == [f"“{trail.path.name}”第 2 行与上一行不衔接，其前有改动或删除"]
