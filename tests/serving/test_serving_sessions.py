"""How long a session lasts, and what ends with it."""

import asyncio
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from workbench.serving.sessions import AT_ONCE, Sessions


def test_sessions_end_unused_and_after_a_day():
    """A session ends when it was not used for an hour, and after twelve hours in any case."""
    now = [0.0]
    sessions = Sessions(idle=3600, longest=12 * 3600, clock=lambda: now[0])
    unused, used = sessions.begin("a"), sessions.begin("a")
    for hour in range(1, 24):
        now[0] = hour * 1800
        assert sessions.use(used) is True
        assert sessions.user(unused) == ("a" if hour < 2 else None)
    now[0] = 12 * 3600
    assert (sessions.use(used), sessions.user(used), len(sessions)) == (False, None, 0)


def test_who_is_connected_is_told_of_the_end():
    """Each connection of a session is told once, whether it was signed out of or swept; who left is not."""
    now, told = [0.0], []
    sessions = Sessions(idle=10, clock=lambda: now[0])
    first, second = sessions.begin("a"), sessions.begin("b")
    sessions.when_over(first, 1, lambda: told.append(1))
    sessions.when_over(first, 2, lambda: told.append(2))
    sessions.when_over(first, 2, None)
    sessions.when_over(second, 3, lambda: told.append(3))
    sessions.end(first)
    assert (told, sessions.has("a"), sessions.has("b")) == ([1], False, True)
    now[0] = 10.0
    sessions.sweep()
    sessions.end(second)
    assert (told, sessions.has("b")) == ([1, 3], False)


def test_a_user_has_only_so_many_sessions():
    """The one unused for longest gives way."""
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    opened = []
    for number in range(AT_ONCE):
        now[0] = float(number)
        opened.append(sessions.begin("a"))
    sessions.use(opened[0])
    sessions.begin("a")
    assert (sessions.user(opened[0]), sessions.user(opened[1]), len(sessions)) == ("a", None, AT_ONCE)


def test_signing_out_ends_the_kernels(server):
    """With a user's last session their kernels end, and what is behind an open websocket with them."""
    reviewer = server.visitor()
    reviewer.sign_in("lead3")
    kernel = reviewer.open_dashboard("progress")
    assert (reviewer.connect(kernel), server.users_of_kernels()) == (101, {"lead3"})
    assert reviewer.sign_out().status == 303
    for _ in range(100):
        if not server.users_of_kernels():
            break
        time.sleep(0.1)
    assert (server.users_of_kernels(), reviewer.connect(kernel)) == (set(), 403)


def test_an_open_page_ends_with_its_session(server):
    """The websocket of the session that was signed out of is closed with our code; the user's other session goes on."""
    here, there = server.visitor(), server.visitor()
    for each in (here, there):
        each.sign_in("lead2")
    kernel = here.open_dashboard("progress")

    async def close_code() -> int | None:
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in here.jar)
        address = f"{server.address.replace('http', 'ws', 1)}/api/kernels/{kernel}/channels?session_id=test"
        socket = await websocket_connect(HTTPRequest(address, headers={"Cookie": cookies}))
        signed_out = await asyncio.get_running_loop().run_in_executor(None, here.sign_out)
        assert signed_out.status == 303
        while await asyncio.wait_for(socket.read_message(), 60) is not None:
            pass
        code = socket.close_code
        socket.close()
        return code

    with ThreadPoolExecutor(1) as elsewhere:  # a browser test before this one may keep a loop in this thread
        assert elsewhere.submit(lambda: asyncio.run(close_code())).result() == 4401
    assert there.ask(f"/api/kernels/{kernel}").status == 200
    assert there.sign_out().status == 303


def test_signing_out_takes_the_button(first):
    """A link, an image or a form of another site does not sign anybody out."""
    assert [first.ask("/logout").status, first.ask("/logout", "POST", {}).status] == [405, 403]
    assert first.ask("/voila/render/nothing.ipynb").status == 404


def test_sessions_do_not_outlive_the_server(start):
    """After a restart a cookie of before is worth nothing, though its signature is right."""
    running = start()
    reviewer = running.visitor()
    reviewer.sign_in("group1")
    kept = "; ".join(f"{cookie.name}={cookie.value}" for cookie in reviewer.jar)
    running.process.terminate()
    running.process.wait(60)
    again = start().visitor()
    assert again.ask("/", Cookie=kept).headers["Location"].startswith("/login")


def test_the_options_are_refused_when_they_make_no_sense(desk):
    """A session of no length is wrong usage."""
    command = [sys.executable, "-m", "workbench", "serve", "--workspace", str(desk.path), "--idle-minutes", "0"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 2
