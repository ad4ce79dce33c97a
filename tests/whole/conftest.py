"""The real server on the sample's workspace, and pages of Debian's Chromium that are signed in."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from workbench.review import Workspace, open_workspace

PASSWORD = "a-long-enough-password"
USERS = ("group2", "lead2", "leadership", "admin")

SignIn = Callable[[Page, str], None]
SignedIn = Callable[..., Page]


@pytest.fixture(scope="module")
def office(sampled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with passwords."""
    folder = tmp_path_factory.mktemp("office") / "workspace"
    shutil.copytree(sampled, folder)
    workspace = open_workspace(folder)
    for user in USERS:
        workspace.store.set_password(user, PASSWORD)
    yield workspace
    workspace.store.close()


@dataclass
class Served:
    """``workbench serve`` on a port of its own; it can be ended and begun again on the same port."""

    workspace: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def begin(self) -> None:
        """Start and wait until it answers."""
        command = [
            sys.executable,
            "-m",
            "workbench",
            "serve",
            "--workspace",
            str(self.workspace),
            "--port",
            str(self.port),
        ]
        with (self.workspace / "server.log").open("a") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        _wait_for(f"{self.address}/login")

    def end(self) -> None:
        """Stop it, with its kernels."""
        if self.process:
            self.process.terminate()
            self.process.wait(30)

    def kill_kernels(self) -> int:
        """Kill the processes that run the pages, and them alone; how many there were."""
        assert self.process is not None
        mine = f"JPY_PARENT_PID={self.process.pid}".encode()
        found = [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/environ") if mine in _words(path)]
        for each in found:
            os.kill(each, signal.SIGKILL)
        return len(found)


def _words(environment: Path) -> list[bytes]:
    try:
        return environment.read_bytes().split(b"\0")
    except OSError:
        return []


def _wait_for(url: str) -> None:
    for _ in range(400):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise TimeoutError(url)


@pytest.fixture(scope="module")
def served(office: Workspace) -> Iterator[Served]:
    """The server that the tests of a module share."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        server = Served(office.path, probe.getsockname()[1])
    server.begin()
    yield server
    server.end()


@pytest.fixture(scope="module")
def address(served: Served) -> str:
    """Where the server answers."""
    return served.address


@pytest.fixture
def sign_in() -> SignIn:
    """Fills in the sign-in page that is open, and sends it."""

    def fill(page: Page, user: str) -> None:
        page.get_by_label("用户名").fill(user)
        page.get_by_label("密码").fill(PASSWORD)
        page.keyboard.press("Enter")

    return fill


@pytest.fixture
def signed_in(browser: Browser, address: str, sign_in: SignIn) -> Iterator[SignedIn]:
    """Opens a page as a user; the test fails when anything is asked of another host."""
    outside: list[str] = []
    pages: list[Page] = []

    def open_page(user: str, dashboard: str = "review", **options: object) -> Page:
        settings = {"viewport": {"width": 1366, "height": 768}, "locale": "zh-CN"} | options
        page = browser.new_context(**settings).new_page()
        pages.append(page)
        page.on("request", lambda sent: outside.append(sent.url) if _is_outside(sent.url) else None)
        page.goto(f"{address}/login?next=/voila/render/{dashboard}.ipynb")
        sign_in(page, user)
        page.locator(".wb-page").first.wait_for(timeout=90_000)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert outside == []


def _is_outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))
