"""A database that lacks the end of its log: what was sent out tells on it."""

import shutil

import pytest
from click.testing import CliRunner

from workbench.cli.main import main
from workbench.review import StoreProblem, open_workspace


def test_an_old_backup_and_a_workbook_that_claims_too_much_are_found_out(office, catalogue, row):
    """After an old file is put back its chain is whole; the workbook shows more than it has, and is not read in."""
    catalogue(row("取水许可"))
    (item,) = office.matters()["item"]
    office.record(item, "cancel", "没有依据。", by="group1")
    office.store.close()
    file = office.path / "data" / "workbench.sqlite"
    shutil.copy(file, office.path / "backup.sqlite")
    office.record(item, "delete", "重复。", by="group1")
    (path,) = office.export_changes()
    assert office.unknown_events() == []
    office.store.close()
    for left in file.parent.glob("workbench.sqlite*"):
        left.unlink()
    shutil.copy(office.path / "backup.sqlite", file)
    again = open_workspace(office.path)
    assert (again.store.last_event(), again.store.verify()) == (1, [])
    assert again.unknown_events() == [(path, 2)]
    with pytest.raises(StoreProblem, match="包含第 2 号审核记录，而本库只有 1 条"):
        again.receive(path, by="group1")
    done = CliRunner().invoke(main, ["doctor", "--verify", "--workspace", str(office.path)])
    assert done.exit_code == 2
    assert f"[有问题] 记录末尾：“{path.name}”载有第 2 号记录，库中没有" in done.output
    assert "[正常] 防改保护：完整" in done.output
    again.store.close()
