"""The review dashboard in a real browser, mostly by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from workbench.review import Workspace

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]


def title(page: Page) -> str:
    """Name and place of the open item."""
    return page.locator(".wb-title").inner_text()


def ready(page: Page) -> None:
    """Wait until the list and an item are shown."""
    expect(page.locator(".ag-row").first).to_be_visible(timeout=60_000)
    expect(page.locator(".wb-title")).to_be_visible()


def press(page: Page, key: str) -> None:
    """Press a key that opens another item, and wait for that."""
    before = title(page)
    page.keyboard.press(key)
    page.wait_for_function("before => document.querySelector('.wb-title').innerText !== before", arg=before)


def selected(page: Page) -> str:
    """The id of the selected row."""
    return page.locator(".ag-row-selected").get_attribute("row-id") or ""


def say(page: Page, text: str) -> None:
    """Wait until the status line says something."""
    expect(page.locator(".wb-status")).to_contain_text(text)


def test_a_return_takes_two_keys(opened: Opened, desk: Workspace):
    """N opens the next 违规 with its fault marked, Enter records the suggestion, the row shows it, U takes it back."""
    page = opened("review", "group2")
    ready(page)
    units = {unit.name for unit in desk.assignments.units_of(2)}
    assert {page.locator(".ag-row [col-id=unit]").nth(n).inner_text() for n in range(8)} <= units
    press(page, "n")
    item = selected(page)
    expect(page.locator(".wb-finding-bad").first).to_be_visible()
    page.keyboard.press("Enter")
    say(page, "已记录")
    (event,) = desk.history(item)
    row = page.locator(f".ag-row[row-id={item}] [col-id=verdict]")
    assert row.inner_text() != "未审"
    assert (event.by, event.opinion != "") == ("group2", True)
    page.wait_for_function("item => !document.querySelector(`.ag-row-selected[row-id=${item}]`)", arg=item)
    page.keyboard.press("u")
    say(page, "已撤销")
    expect(row).to_have_text("未审")
    assert selected(page) == item


def test_a_pass_asks_for_the_reason_first(opened: Opened, desk: Workspace):
    """1 chooses 通过 and puts the cursor into the reason; Enter without one is refused, with one recorded."""
    page = opened("review", "group2")
    ready(page)
    press(page, "n")
    item = selected(page)
    reasons = page.locator(".wb-more-fields input")
    page.keyboard.press("1")
    expect(reasons.first).to_be_focused()
    page.keyboard.press("Enter")
    say(page, "不采纳的理由")
    for number in range(reasons.count()):
        reasons.nth(number).fill("经核对，原文如此")
    page.keyboard.press("Enter")
    say(page, "已记录“通过”")
    assert desk.history(item)[-1].verdict == "pass"


def test_the_opinion_is_typed_and_survives_a_reload(opened: Opened, desk: Workspace):
    """E goes to the opinion; what was typed and not recorded is there again after a reload; Ctrl+Enter records it."""
    page = opened("review", "group2")
    ready(page)
    press(page, "j")
    item = selected(page)
    page.keyboard.press("2")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("请核对名称。")
    page.reload()
    ready(page)
    expect(page.locator(f".ag-row-selected[row-id={item}]")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("请核对名称。")
    page.keyboard.press("e")
    page.keyboard.press("Control+Enter")
    say(page, "已记录")
    assert desk.history(item)[-1].opinion == "请核对名称。"


def test_chips_and_search_narrow_the_list(opened: Opened):
    """The count on a chip is the number of rows that it leaves; / searches; both are kept on reload."""
    page = opened("review", "group2")
    ready(page)
    chip = page.get_by_role("button", name="违规")
    count = chip.inner_text().split()[1]
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".wb-footer")).to_contain_text(f"列表 {count} 条")
    page.reload()
    ready(page)
    expect(page.locator(".wb-footer")).to_contain_text(f"列表 {count} 条")
    page.get_by_role("button", name="违规").click()
    page.keyboard.press("/")
    page.keyboard.type("没有这样的事项")
    expect(page.locator(".wb-footer")).to_contain_text("列表 0 条")


def test_two_reviewers_see_each_other(opened: Opened, desk: Workspace):
    """Within 5 s a colleague's verdict is in the list; who decides on an old view sees both versions first."""
    mine, theirs = opened("review", "group3"), opened("review", "lead3")
    for page in (mine, theirs):
        ready(page)
    item = selected(mine)
    assert selected(theirs) == item
    theirs.keyboard.press("3")
    theirs.keyboard.press("e")
    theirs.keyboard.press("Control+a")
    theirs.keyboard.type("没有依据。")
    theirs.keyboard.press("Control+Enter")
    say(theirs, "已记录“取消”")
    row = mine.locator(f".ag-row[row-id={item}] [col-id=verdict]")
    expect(row).to_have_text("取消", timeout=5_000)
    say(mine, "第三组组长")
    mine.keyboard.press("2")
    mine.keyboard.press("e")
    mine.keyboard.press("Control+a")
    mine.keyboard.type("请补全。")
    mine.keyboard.press("Control+Enter")
    expect(mine.locator(".wb-clash")).to_contain_text("没有依据。")
    expect(mine.locator(".wb-clash")).to_contain_text("请补全。")
    assert [event.verdict for event in desk.history(item)] == ["cancel"]
    mine.keyboard.press("Control+Enter")
    say(mine, "已记录“退回修改”")
    assert [event.verdict for event in desk.history(item)] == ["cancel", "return_for_revision"]


def test_nobody_is_shown_nothing(opened: Opened):
    """Without the server's word for who it is, the page is closed."""
    page = opened("review", None)
    expect(page.get_by_text("未登录，请从登录页进入。")).to_be_visible(timeout=60_000)
    assert page.locator(".ag-row").count() == 0


def test_a_reader_has_no_verdict_form(opened: Opened):
    """Leadership reads the detail and cannot record."""
    page = opened("review", "leadership")
    ready(page)
    expect(page.locator(".wb-go")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_correction_is_accepted_by_one_key(opened: Opened, desk: Workspace):
    """C puts the suggested correction below the opinion, once; Enter records it with the rest."""
    found = desk.store.findings()
    item = next(
        matter.item
        for unit in desk.assignments.units_of(1)
        for matter in desk.store.matters([unit.name])
        if any(each.correction for each in found.get(matter.item, ()))
    )
    name = desk.store.matter(item)
    assert name is not None
    page = opened("review", "group1")
    ready(page)
    page.keyboard.press("/")
    page.keyboard.type(name.row.full_name.split("（")[0])
    row = page.locator(f".ag-row[row-id={item}]")
    row.click()
    expect(page.locator(f".ag-row-selected[row-id={item}]")).to_be_visible()
    expect(page.locator(".wb-correction").first).to_be_visible()
    count = page.locator(".wb-correction").count()
    for _ in range(count):
        page.keyboard.press("c")
        say(page, "已采纳到意见")
    page.keyboard.press("c")
    say(page, "建议的更正已在意见中")
    assert page.locator("textarea").input_value().count("建议") == count
    page.keyboard.press("e")
    page.keyboard.press("Control+Enter")
    say(page, "已记录")
    assert desk.history(item)[-1].opinion.splitlines()[-1].startswith("第 ")
