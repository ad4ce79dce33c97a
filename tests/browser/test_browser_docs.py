"""The documentation site opens from a folder, asks nothing from outside, and is searched in Chinese."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as ``make docs`` builds it: a link that leads nowhere would stop it."""
    folder = tmp_path_factory.mktemp("site")
    subprocess.run([sys.executable, str(ROOT / "docs" / "build_site.py"), str(folder)], check=True)
    return folder


@pytest.mark.browser
def test_the_site_is_searched_in_chinese_without_a_network(site: Path, browser: Browser):
    """Two words within sentences find the handbook's pages; every request is for a file of the site."""
    page = browser.new_context(offline=True, locale="zh-CN").new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="用户手册", exact=True).first.click()
    page.locator("input.md-search__input").fill("牵头单位")
    found = page.locator(".md-search-result__link")
    expect(found.first).to_be_visible(timeout=30_000)
    assert any("manual/meanings.html" in (each.get_attribute("href") or "") for each in found.all())
    assert [url for url in asked if not url.startswith((site.as_uri(), "data:", "blob:"))] == []


@pytest.mark.browser
def test_diagrams_are_drawn(site: Path, browser: Browser):
    """The architecture's two diagrams are pictures, drawn by the site's own script."""
    page = browser.new_context(offline=True).new_page()
    page.goto((site / "architecture.html").as_uri())
    expect(page.locator("div.mermaid")).to_have_count(2, timeout=30_000)
    page.context.close()
