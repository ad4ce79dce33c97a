"""Run by a test in a mount namespace of its own: the store on a disk that is full, and then is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from workbench import assignments
from workbench.records import Decision, Matter, Place, Row, Submission
from workbench.store import Store, StoreProblem

disk = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=True)
roster = disk / "group_assignments.yml"
roster.write_text(assignments.default_text(), encoding="utf-8")
store = Store.open(f"sqlite:///{disk / 'workbench.sqlite'}", assignments.load(roster))
unit = store.assignments.units_of(3)[0].name
row, place = Row(org=unit, item_name="取水许可"), Place("目录.xlsx", "目录", "A4")
items = [f"M-{number}" for number in range(50)]
matters = [Matter(item, unit, "省目录", 1, "辽宁省", row, place, {}, at) for at, item in enumerate(items)]
store.add_submission(Submission("0", "目录.xlsx", unit, "省目录", 1, "2017-07-20", 50), b"", matters, {}, {}, [], [])

acknowledged, said = [], ""
while not said:
    try:
        acknowledged.append(
            store.record(Decision(items[len(acknowledged) % 50], "cancel", "依据不足。" * 200), "group3")
        )
    except StoreProblem as problem:
        said = str(problem)

assert said == "磁盘已满，本次操作没有保存，此前已保存的记录不受影响。请清理磁盘后重试。", said
assert len(acknowledged) > 10
assert store.events_since(0) == acknowledged
assert store.verify() == []
with pytest.raises(StoreProblem, match="磁盘已满"):
    store.record_all([Decision(item, "delete", "依据不足。" * 200) for item in items], "group3")
assert store.events_since(0) == acknowledged

subprocess.run(["mount", "-o", "remount,size=8m", disk], check=True)
acknowledged.append(store.record(Decision("M-1", "delete", "有空间了。"), "group3"))
store.close()
again = Store.open(f"sqlite:///{disk / 'workbench.sqlite'}", store.assignments)
assert again.events_since(0) == acknowledged
assert again.verify() == []
