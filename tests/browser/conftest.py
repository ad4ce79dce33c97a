"""Real Chromium on real Voila: one server for all tests, users by the header that the real server sets."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from workbench.review import Workspace, open_workspace

HERE = Path(__file__).parent
NOTEBOOKS = HERE.parents[1] / "notebooks"
EXTENSIONS = ["@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget", "ipecharts"]
FAILURES = HERE / "failures"

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def desk(sampled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The workspace that the tests of a module share and write to."""
    folder = tmp_path_factory.mktemp("browser") / "workspace"
    shutil.copytree(sampled, folder)
    workspace = open_workspace(folder)
    yield workspace
    workspace.store.close()


@pytest.fixture(scope="module")
def address(desk: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Voila on a free port of this machine, with the dashboards' notebooks."""
    folder = tmp_path_factory.mktemp("voila")
    for name in ("review", "duplicates", "progress", "intake", "rules", "preconditions"):
        shutil.copy(NOTEBOOKS / f"{name}.ipynb", folder)
    templates = folder / "share" / "voila" / "templates"
    shutil.copytree(HERE / "templates", templates)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "voila", str(folder), "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1",
        "--Voila.port_retries=0", "--template=plain", f"--VoilaConfiguration.extension_allowlist={EXTENSIONS}",
        "--VoilaConfiguration.http_header_envs=['X-Review-User']",
    ]  # fmt: skip
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "JUPYTER_PATH": str(folder / "share"),
        "WORKBENCH_WORKSPACE": str(desk.path),
    }
    with (folder / "voila.log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/voila/static/voila.js", folder / "voila.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(30)


def _wait_for(url: str, log: Path) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError(log.read_text())


@pytest.fixture
def opened(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Opens a dashboard as a user; the test fails when a page asks another host or a script throws."""
    faults: list[str] = []
    pages: list[Page] = []

    def open_page(dashboard: str, user: str | None) -> Page:
        headers = {"X-Review-User": user} if user else {}
        context = browser.new_context(
            viewport={"width": 1366, "height": 768}, locale="zh-CN", extra_http_headers=headers
        )
        page = context.new_page()
        page.on("request", lambda sent: None if _is_ours(sent.url) else faults.append(sent.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}/voila/render/{dashboard}.ipynb")
        pages.append(page)
        return page

    failed_before = request.session.testsfailed
    yield open_page
    if request.session.testsfailed > failed_before:
        FAILURES.mkdir(exist_ok=True)
        for number, page in enumerate(pages):
            page.screenshot(path=FAILURES / f"{request.node.name}-{number}.png")
    for page in pages:
        page.context.close()
    assert faults == []


def _is_ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))
