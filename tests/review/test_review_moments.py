"""Times are read on a clock in the province, wherever the machine stands."""

import time

import openpyxl
import pytest
from click.testing import CliRunner

from workbench.cli.main import main
from workbench.records import shown_moment
from workbench.review import calendar


@pytest.fixture
def far_away(monkeypatch):
    """The machine's clock is that of another zone."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_stored_time_is_told_in_beijing_time():
    """Eight hours on, the next day where that is due."""
    assert shown_moment("2017-08-01T20:05:09+00:00") == "2017-08-02 04:05:09"


@pytest.mark.usefixtures("far_away")
def test_workbook_and_command_line_tell_beijing_time(office, catalogue, row):
    """The time of a verdict in the returns workbook and at the command line is the province's."""
    catalogue(row("取水许可"))
    (item,) = office.matters()["item"]
    done = CliRunner().invoke(
        main, ["verdict", item, "取消", "--opinion", "无依据。", "--as", "group1", "--workspace", str(office.path)]
    )
    at = shown_moment(office.history(item)[-1].at)
    assert at in done.output
    book = openpyxl.load_workbook(office.returns()[0])
    texts = [cell.value for line in book.worksheets[1].iter_rows() for cell in line]
    assert at[:16] in texts
    assert str(calendar.today()) >= at[:10]
