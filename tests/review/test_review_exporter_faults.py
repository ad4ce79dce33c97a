"""The exporter beside people who have files open, verdicts that come in meanwhile, and writers that were killed."""

import logging
import os
import sys
import time

import pytest

from workbench import workbooks
from workbench.records import Comparison, Pair, Relation
from workbench.review.returns_telling import Teller
from workbench.workbooks.guarded import worker


@pytest.fixture
def returned(office, catalogue, row):
    """The workspace, the item of its only submission, and its returns workbook with one verdict."""
    catalogue(row("取水许可"))
    (item,) = office.matters()["item"]
    office.record(item, "return_for_revision", "请补充。", by="group1")
    (path,) = office.export_changes()
    return office, item, path


def stamp(path):
    """The last event that the workbook says it shows."""
    return workbooks.read_returns(path).event


@pytest.mark.parametrize(
    "lock", ["~${}.xlsx", ".~lock.{}.xlsx#", ".~{}.xlsx", "~${}-审核意见函.docx", ".~lock.{}-审核意见函.docx#"]
)
def test_a_workbook_that_is_open_waits_and_follows(returned, lock, caplog):
    """While Excel, LibreOffice, WPS or Word have it open verdicts go on, the file stays, and follows when it is closed."""
    office, item, path = returned
    held = path.with_name(lock.format(path.stem))
    held.write_bytes(b"somebody")
    before = path.read_bytes()
    event = office.record(item, "cancel", "没有依据。", by="lead1")
    with caplog.at_level(logging.WARNING):
        assert office.export_changes() == []
    assert f"有锁文件“{held.name}”" in caplog.text
    assert path.read_bytes() == before
    assert office.history(item)[-1] == event
    held.unlink()
    assert office.export_changes() == [path]
    assert stamp(path) == event.event


def test_word_s_short_lock_name_counts_and_a_forgotten_lock_does_not(returned):
    """Word leaves out the first two characters of long names; what has lain there since yesterday holds nothing."""
    office, item, path = returned
    held = path.with_name(f"~${path.stem[2:]}-审核意见函.docx")
    held.write_bytes(b"")
    office.record(item, "cancel", "没有依据。", by="lead1")
    assert office.export_changes() == []
    yesterday = time.time() - 24 * 3600
    os.utime(held, (yesterday, yesterday))
    assert office.export_changes() == [path]


def test_a_read_only_file_follows_all_the_same(returned):
    """The mark on the file is not the exporter's business: the file is replaced, not written into."""
    office, item, path = returned
    path.chmod(0o444)
    event = office.record(item, "cancel", "没有依据。", by="lead1")
    assert office.export_changes() == [path]
    assert stamp(path) == event.event


def test_what_cannot_be_replaced_is_told_and_tried_again(returned, caplog):
    """A folder stands where the workbook belongs: told in words, and written when it is gone."""
    office, item, path = returned
    path.unlink()
    (path / "x").mkdir(parents=True)
    office.record(item, "cancel", "没有依据。", by="lead1")
    with caplog.at_level(logging.WARNING):
        assert office.export_changes() == []
    assert "暂时写不进去" in caplog.text
    assert [each.name for each in path.parent.glob(".*")] == []
    (path / "x").rmdir()
    path.rmdir()
    assert office.export_changes() == [path]


def test_what_a_killed_writer_left_is_swept(returned):
    """Old leftovers go; one that may be in the making stays."""
    office, item, path = returned
    old, young = path.with_name(".abc.tmp"), path.with_name(".def.tmp")
    for left in (old, young):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))
    office.record(item, "cancel", "没有依据。", by="lead1")
    office.export_changes()
    assert (old.exists(), young.exists()) == (False, True)


def test_a_verdict_on_a_pair_that_comes_while_files_are_written_is_not_taken_for_shown(office, catalogue, row):
    """Each workbook's stamp covers only what was known when pairs were looked up; the rest follows at the next turn."""
    for unit in ("省水利厅", "省林业厅"):
        catalogue(row("取水许可"), unit=unit)
    one, two = office.matters()["item"]
    office.store.replace_corpus({}, [Pair("P-1", one, two, Comparison(Relation.SAME, 1.0, "name"))], [])
    first, second = office.store.submissions()
    teller = Teller(office.store, office.assignments)
    teller.tell(first)
    event = office.record("P-1", "merge", "请合并。", by="group1", lead_unit="省水利厅")
    told = teller.tell(second)
    assert "已定" not in told.rows[0].duplicates
    assert told.event < event.event
    assert len(office.export_changes()) == 2
    (shown,) = Teller(office.store, office.assignments).tell(second).rows
    assert "已定：合并，牵头单位：省水利厅" in shown.duplicates
    assert office.store.dirty() == []


def test_a_reading_process_that_dies_delays_the_workbook_and_loses_nothing(returned, monkeypatch, caplog):
    """Short of time or memory, or in mid-upgrade: told, not taken for written, and written when reading works again."""
    office, item, path = returned
    office.record(item, "cancel", "没有依据。", by="lead1")
    with monkeypatch.context() as broken, caplog.at_level(logging.WARNING):
        broken.setattr(sys, "executable", "/bin/false")
        worker.close()
        assert office.export_changes() == []
    assert "暂时没有写出" in caplog.text
    assert len(office.store.dirty()) == 1
    assert office.export_changes() == [path]
    assert office.store.dirty() == []
