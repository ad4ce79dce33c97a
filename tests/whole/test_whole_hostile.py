"""Scripts and HTML in every field that a submission or a person can fill: no page runs or shows any of it."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import fields

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from workbench import assignments
from workbench.records import (
    ELEMENTS,
    MATERIAL_FIELDS,
    STEP_FIELDS,
    Answer,
    Certainty,
    Cluster,
    Comparison,
    Finding,
    Guide,
    GuideEntry,
    Material,
    Matter,
    Pair,
    Place,
    Problem,
    Relation,
    Row,
    Severity,
    Submission,
)
from workbench.review import Workspace, open_workspace

pytestmark = pytest.mark.browser

PASSWORD = "a-long-enough-password"
EVIL = (
    "\"'></textarea></td><img src=hostile onerror=alert(1)><script>alert(2)</script>"
    "<svg/onload=alert(3)><a href=javascript:alert(4)>x</a>{{7*7}}${alert(5)}"
)
UNIT = f"省农委{EVIL}"
OTHER = "省工商局"
PAGES = ("review", "duplicates", "progress", "intake", "rules", "preconditions")
#: What our own pages never hold: it could only have come out of a field.
PLANTED = "img[src=hostile], svg[onload], a[href^='javascript:'], [onerror]"


def _matter(item: str, unit: str, position: int) -> Matter:
    values = {each.name: EVIL for each in fields(Row) if each.name not in {"sub_items", "seq"}}
    row = Row(**values, seq=str(position + 1), sub_items=(EVIL,))
    place = Place(f"{EVIL[:40]}.xlsx".replace("/", "_"), EVIL, f"A{position + 5}")
    return Matter(item, unit, "省目录", 1, EVIL, row, place, {"item_name": "C5"}, position)


def _guide() -> GuideEntry:
    material = Material(dict.fromkeys(MATERIAL_FIELDS, EVIL), {EVIL: EVIL})
    guide = Guide(
        {element.name: EVIL for element in ELEMENTS},
        (material,),
        (dict.fromkeys(STEP_FIELDS, EVIL),),
        (EVIL,),
        (EVIL,),
        EVIL,
        EVIL,
        EVIL,
        EVIL,
    )
    place = Place("guide.xlsx", EVIL, "A1")
    return GuideEntry("G-1", UNIT, "省目录", 1, EVIL, guide, place, "M-1", {"事项名称": "B2"}, (EVIL,))


def _finding() -> Finding:
    return Finding(
        "BASIS-NO-ELLIPSIS", "附件1 3.3.5", Severity.VIOLATION, Certainty.CERTAIN, EVIL, "legal_basis", EVIL[:9], (0, 9)
    )


def _hostile_roster() -> str:
    """The province's roster with a hostile group, unit and user."""
    roster = yaml.safe_load(assignments.default_text())
    group = roster["groups"][2]
    group["name"] = group["contact"] = EVIL
    next(each for each in group["departments"] if each["name"] == "省农委")["name"] = UNIT
    roster["users"]["group3"]["name"] = EVIL
    return yaml.safe_dump(roster, allow_unicode=True, sort_keys=False)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace in which whatever can be written by somebody is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / assignments.FILE).write_text(_hostile_roster(), encoding="utf-8")
    workspace = open_workspace(folder)
    store = workspace.store
    at = "2017-07-19T10:00:00+08:00"
    own = [_matter("M-1", UNIT, 0), _matter("M-2", UNIT, 1)]
    problem = Problem(EVIL, EVIL, EVIL)
    found = {"M-1": (_finding(),), "G-1": (_finding(),)}
    sent = Submission("a" * 64, f"{EVIL}.xlsx", UNIT, "省目录", 1, at, 2)
    store.add_submission(sent, b"1", own, found, {}, (_finding(),), (problem,), guides_read=[_guide()])
    beside = Submission("b" * 64, "b.xlsx", OTHER, "省目录", 1, at, 1)
    store.add_submission(beside, b"2", [_matter("M-3", OTHER, 0)], {}, {}, (), ())
    pair = Pair("P-1", "M-1", "M-3", Comparison(Relation.SAME, 0.9, EVIL, (EVIL,)))
    store.replace_corpus({}, [pair], [Cluster("C-1", ("M-1", "M-3"))])
    workspace.record("M-2", "return_for_revision", EVIL, by="group3")
    workspace.record("M-1", "pass", EVIL, by="group3", answers=[Answer("BASIS-NO-ELLIPSIS", False, EVIL)])
    workspace.comment("M-1", EVIL, by="group3")
    workspace.comment("P-1", EVIL, by="group3")
    for user in ("group3", "leadership", "admin"):
        store.set_password(user, PASSWORD)
    yield workspace
    store.close()
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def address(office: Workspace) -> Iterator[str]:
    """``workbench serve`` on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "workbench", "serve", "--workspace", str(office.path), "--port", str(port)]
    with (office.path / "server.log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(30)


def _wait_for(url: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(url)


@pytest.fixture
def trap(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when a dialog opens, a script throws, or a planted address is asked for."""
    caught: list[str] = []
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
    page = context.new_page()

    def opened(dialog) -> None:
        caught.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("dialog", opened)
    page.on("pageerror", lambda error: caught.append(f"error {error}"))
    page.on("request", lambda sent: caught.append(sent.url) if sent.url.endswith("hostile") else None)
    yield page
    context.close()
    assert caught == []


def _sign_in(page: Page, address: str, user: str) -> None:
    page.goto(f"{address}/login")
    page.get_by_label("用户名").fill(user)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url("**/voila/render/review.ipynb")


@pytest.mark.parametrize("user", ["group3", "admin"])
def test_no_page_runs_what_was_planted(trap: Page, address: str, user: str):
    """Every dashboard shows the planted text as text: no dialog, no fault, no planted element."""
    _sign_in(trap, address, user)
    shown = 0
    for name in PAGES:
        trap.goto(f"{address}/voila/render/{name}.ipynb")
        expect(trap.locator("#loading")).to_have_count(0, timeout=120_000)
        expect(trap.locator("#rendered_cells .jupyter-widgets").first).to_be_visible(timeout=120_000)
        trap.wait_for_timeout(1500)
        assert trap.locator(PLANTED).count() == 0, name
        shown += "onerror=alert(1)" in trap.locator("body").inner_text()
    assert shown >= 2


def test_no_item_runs_what_was_planted(trap: Page, address: str):
    """Each item of the review page, a guide among them, is opened with its opinions, reasons and remarks."""
    _sign_in(trap, address, "group3")
    rows = trap.locator(".ag-row")
    expect(rows.first).to_be_visible(timeout=120_000)
    for number in range(rows.count()):
        rows.nth(number).click()
        trap.wait_for_timeout(800)
        assert trap.locator(PLANTED).count() == 0
    assert rows.count() >= 3


def test_the_sign_in_page_shows_what_was_typed_as_text(trap: Page, address: str):
    """A user name of markup comes back as the field's text."""
    trap.goto(f"{address}/login?next={EVIL}")
    trap.get_by_label("用户名").fill(EVIL)
    trap.get_by_label("密码").fill("wrong-password")
    trap.get_by_role("button", name="登录").click()
    expect(trap.get_by_role("alert")).to_be_visible(timeout=30_000)
    assert trap.get_by_label("用户名").input_value() == EVIL
    assert trap.locator(PLANTED).count() == 0
