"""The real server on a free port, and visitors who speak to it as a browser does."""

import http.client
import http.cookiejar
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

import pytest

from workbench import assignments
from workbench.review import Workspace, open_workspace

PASSWORD = "einfach-2017-lang"
USERS = ("group1", "group2", "lead1", "lead2", "lead3")


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: Message
    text: str


class _Stay(urllib.request.HTTPRedirectHandler):
    """Shows redirects instead of following them."""

    def redirect_request(self, *_args, **_kwargs):
        return None


@dataclass
class Visitor:
    """A browser with its cookies, which follows no redirects."""

    address: str
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)

    def ask(self, path: str, method: str = "GET", data: dict[str, str] | None = None, **headers: str) -> Answer:
        """Send one request."""
        opener = urllib.request.build_opener(_Stay, urllib.request.HTTPCookieProcessor(self.jar))
        body = urllib.parse.urlencode(data).encode() if data is not None else None
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.address + path, body, named, method=method)
        try:
            with opener.open(request, timeout=60) as response:
                return Answer(response.status, response.headers, response.read().decode("utf-8", "replace"))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read().decode("utf-8", "replace"))

    def sign_in(self, user: str, password: str = PASSWORD, next_page: str = "", **headers: str) -> Answer:
        """Fill in the form and send it."""
        form = self.ask("/login").text
        token = re.search(r'name="_xsrf" value="([^"]+)"', form)
        assert token is not None
        data = {"_xsrf": token[1], "user": user, "password": password, "next": next_page}
        return self.ask("/login", "POST", data, **headers)

    def sign_out(self) -> Answer:
        """Press the page's button."""
        return self.ask("/logout", "POST", {"_xsrf": self.xsrf()})

    def open_dashboard(self, name: str = "review", **headers: str) -> str:
        """Open a dashboard; its kernel's id."""
        answer = self.ask(f"/voila/render/{name}.ipynb", **headers)
        assert answer.status == 200
        return re.search(r'"kernelId": "([^"]+)"', answer.text)[1]

    def xsrf(self) -> str:
        """The token that the server gave this visitor."""
        return next(cookie.value for cookie in self.jar if cookie.name == "_xsrf")

    def connect(self, kernel: str) -> int:
        """Ask for a kernel's websocket; the status: 101 when it is given."""
        connection = http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=60)
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)
        connection.request(
            "GET",
            f"/api/kernels/{kernel}/channels?session_id=test",
            headers={
                "Upgrade": "websocket",
                "Connection": "Upgrade",
                "Sec-WebSocket-Version": "13",
                "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
                "Cookie": cookies,
            },
        )
        with connection.getresponse() as response:
            status = response.status
        connection.close()
        return status


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True)
class Running:
    """A server that answers."""

    address: str
    process: subprocess.Popen[str]

    def visitor(self) -> Visitor:
        """Somebody who is not signed in."""
        return Visitor(self.address)

    def users_of_kernels(self) -> set[str]:
        """The users that the kernels of this server were started for, as the operating system knows them."""
        found = set()
        for environment in Path("/proc").glob("[0-9]*/environ"):
            try:
                words = environment.read_bytes().split(b"\0")
            except OSError:
                continue
            if f"JPY_PARENT_PID={self.process.pid}".encode() in words:
                found |= {word.decode() for word in words if word.startswith(b"HTTP_X_REVIEW_USER=")}
        return {word.partition("=")[2] for word in found}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace without submissions, whose users have passwords."""
    folder = tmp_path_factory.mktemp("served")
    (folder / assignments.FILE).write_text(assignments.default_text(), encoding="utf-8")
    workspace = open_workspace(folder)
    for user in USERS:
        workspace.store.set_password(user, PASSWORD)
    yield workspace
    workspace.store.close()


@pytest.fixture(scope="module")
def start(desk: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Running]]:
    """Starts servers on the workspace; they end with the module."""
    begun: list[subprocess.Popen[str]] = []

    def begin(*words: str) -> Running:
        port = free_port()
        command = [sys.executable, "-m", "workbench.serving", str(desk.path), "--port", str(port), *words]
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(tmp_path_factory.mktemp("home")),
            "HTTP_X_REVIEW_USER": "admin",
        }
        # A shell lets what it runs in the background ignore Ctrl+C, and so would the server of tests that run there.
        process = subprocess.Popen(
            ["env", "--default-signal=INT", *command], env=environment, stdout=subprocess.PIPE, text=True
        )
        begun.append(process)
        said = process.stdout.readline()
        assert words or said == f"已就绪，请在浏览器中打开 http://127.0.0.1:{port}/\n"
        assert said.startswith("已就绪")
        return Running(f"http://127.0.0.1:{port}", process)

    yield begin
    for process in begun:
        process.terminate()
        process.wait(60)
        process.stdout.close()


@pytest.fixture(scope="module")
def server(start: Callable[..., Running]) -> Running:
    """The server that the tests of a module share."""
    return start()


@pytest.fixture
def visitor(server: Running) -> Visitor:
    """Somebody who is not signed in."""
    return server.visitor()


@pytest.fixture
def first(server: Running) -> Visitor:
    """A reviewer of the first group, signed in."""
    visitor = server.visitor()
    assert visitor.sign_in("group1").status == 303
    return visitor


@pytest.fixture
def second(server: Running) -> Visitor:
    """A reviewer of the second group, signed in."""
    visitor = server.visitor()
    assert visitor.sign_in("group2").status == 303
    return visitor
