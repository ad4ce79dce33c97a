"""The reviewer's main path in real Chromium on the real server: sign in, find, decide, and see it in the returns workbook."""

import time
from collections.abc import Iterator

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from workbench.review import Workspace

pytestmark = pytest.mark.browser

PASSWORD = "a-long-enough-password"
OPINION = "=请补充条文（附件1 3.3.5.2）。"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of Debian's Chromium; the test fails when anything is asked of another host."""
    outside: list[str] = []
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
    page = context.new_page()
    page.on("request", lambda sent: outside.append(sent.url) if _is_outside(sent.url) else None)
    yield page
    context.close()
    assert outside == []


def _is_outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))


def sign_in(page: Page, address: str, password: str) -> None:
    """Fill in the form as a member of group 2."""
    page.goto(address)
    page.locator("input:not([type=hidden])").first.fill("group2")
    page.locator("input[type=password]").fill(password)
    page.keyboard.press("Enter")


def test_a_wrong_password_is_refused(page: Page, address: str):
    """The form says so and nothing is shown."""
    sign_in(page, address, "wrong-password")
    expect(page.get_by_text("用户名或密码")).to_be_visible()
    assert page.locator(".wb-page").count() == 0


def test_from_sign_in_to_the_returns_workbook(page: Page, address: str, office: Workspace):
    """Own units only; a fault marked in the text with its clause; duplicates beside; the verdict ends in the workbook."""
    sign_in(page, address, PASSWORD)
    expect(page.locator(".ag-row").first).to_be_visible(timeout=60_000)
    units = {unit.name for unit in office.assignments.units_of(2)}
    shown = set(page.locator(".ag-row [col-id=unit]").all_inner_texts())
    assert shown
    assert shown <= units

    page.get_by_role("button", name="疑似重复").click()
    expect(page.get_by_text("疑似重复：").first).to_be_visible()
    page.get_by_role("button", name="疑似重复").click()
    page.keyboard.press("Escape")
    page.locator(".ag-row").first.click()
    page.keyboard.press("n")
    expect(page.locator(".wb-finding-bad").first).to_contain_text("附件1")
    expect(page.locator("mark").first).to_be_visible()

    item = page.locator(".ag-row-selected").get_attribute("row-id") or ""
    page.keyboard.press("2")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type(OPINION)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".wb-status")).to_contain_text("已记录")
    expect(page.locator(f".ag-row[row-id={item}] [col-id=verdict]")).to_have_text("退回修改")

    assert office.history(item)[-1].opinion == OPINION
    assert _opinion_in_workbook(office, item) == (OPINION, "s")


def _opinion_in_workbook(office: Workspace, item: str) -> tuple[str, str]:
    """The opinion's cell in the unit's returns workbook, which follows within seconds."""
    matter = office.store.matter(item)
    assert matter is not None
    path = office.returns_folder / "第二组" / matter.place.file
    for _ in range(100):
        if path.is_file():
            page = openpyxl.load_workbook(path)[matter.place.sheet]
            line = int("".join(char for char in matter.place.cell if char.isdigit()))
            found = [cell for cell in page[line] if cell.value == OPINION]
            if found:
                return found[0].value, found[0].data_type
        time.sleep(0.2)
    raise TimeoutError(path)
