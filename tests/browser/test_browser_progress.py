"""The progress dashboard in a real browser: from the figures to the items behind them, and the bulletin as a file."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from workbench.review import Workspace

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]


def test_from_a_cell_to_the_item(opened: Opened, desk: Workspace):
    """A figure of the table of faults lists as many items; an item opens in a window of its own, to be read only."""
    page = opened("progress", "leadership")
    page.get_by_role("tab", name="问题分布").click(timeout=60_000)
    cell = page.locator(".wb-heat td button[data-unit]").first
    count, unit = cell.inner_text(), cell.get_attribute("data-unit") or ""
    cell.click()
    expect(page.get_by_role("tab", name="事项明细")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".wb-picked b")).to_contain_text(unit)
    expect(page.locator(".wb-picked")).to_contain_text(f"{count} 项")
    link = page.locator(".wb-table a").first
    with page.expect_popup() as opening:
        link.click()
    name = desk.store.matter((link.get_attribute("href") or "").partition("item=")[2])
    assert name is not None
    opening.value.close()


def test_from_a_bar_to_the_items(opened: Opened):
    """A click into the first group's bar lists what waits there."""
    page = opened("progress", "leadership")
    chart = page.locator(".wb-chart-stages canvas")
    expect(chart).to_be_visible(timeout=60_000)
    page.wait_for_timeout(1000)
    box = chart.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 90, box["y"] + 40)
    expect(page.locator(".wb-picked b")).to_have_text("第一组 · 审核·未审")


def test_the_bulletin_is_downloaded(opened: Opened, tmp_path: Path):
    """The document comes whole, from the page itself: no request is made for it."""
    page = opened("progress", "leadership")
    button = page.get_by_role("button", name="文档 .docx")
    expect(button).to_be_visible(timeout=60_000)
    with page.expect_download(timeout=60_000) as coming:
        button.click()
    assert coming.value.suggested_filename.startswith("审核进展通报-")
    coming.value.save_as(tmp_path / "bulletin.docx")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "bulletin.docx").read_bytes())) as parts:
        assert "word/document.xml" in parts.namelist()
    expect(button).to_be_enabled()
