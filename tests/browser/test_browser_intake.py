"""The intake page in a real browser: a file is picked, looked at, confirmed, and stands in the store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from workbench.records import Row
from workbench.review import Workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]


def catalogue(path: Path, unit: str) -> Path:
    """A catalogue of one row, past the size of one piece."""
    row = Row(
        seq="1",
        item_name="取水许可",
        item_type="行政许可",
        legal_basis="《中华人民共和国水法》第四十八条",
        levels_and_departments=f"省级：{unit}",
    )
    caption = f"填报单位：{unit}    填报日期：2017年8月10日"
    write_submission(path, SubmissionSheet(f"{unit}政务服务事项目录", caption, "省目录", [MainItem(row)]))
    return path


def test_a_file_is_looked_at_and_taken_in(opened: Opened, desk: Workspace, tmp_path: Path):
    """What cannot be read says why; what can waits until it is confirmed, and then is the unit's next round."""
    broken = tmp_path / "坏文件.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken" + bytes(3 << 20))  # several pieces
    page = opened("intake", "group1")
    expect(page.locator(".wb-drop")).to_be_visible(timeout=60_000)
    before = {each.sha256 for each in desk.store.submissions(current_only=False)}
    page.set_input_files("input[type=file]", [catalogue(tmp_path / "省水利厅-省目录.xlsx", "省水利厅"), broken])
    expect(page.get_by_text("无法读取", exact=True)).to_be_visible(timeout=60_000)
    assert {each.sha256 for each in desk.store.submissions(current_only=False)} == before
    page.get_by_role("button", name="收入 1 个文件").click()
    expect(page.locator(".wb-intake-taken")).to_contain_text("新收", timeout=60_000)
    (new,) = [each for each in desk.store.submissions(current_only=False) if each.sha256 not in before]
    assert (new.unit, new.kind, new.rows, new.round > 1) == ("省水利厅", "省目录", 1, True)
    expect(page.locator(".wb-intake-waiting")).to_contain_text("坏文件.xlsx")


def test_who_only_reads_is_offered_nothing(opened: Opened):
    """Leadership sees what came in, and that it cannot take in."""
    page = opened("intake", "leadership")
    expect(page.get_by_role("button", name="选择文件")).to_be_disabled(timeout=60_000)
    expect(page.get_by_role("status").first).to_contain_text("您的角色只能查看")
    expect(page.locator("main, body").first).to_contain_text("已收的报送")
