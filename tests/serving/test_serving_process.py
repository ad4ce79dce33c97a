"""Starting and ending."""

import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.review import Workspace
from workbench.serving.exporter import Exporter
from workbench.serving.secret import cookie_secret


def test_a_port_that_is_taken_is_named(desk):
    """The sentence names the port and what to do; the status is that of wrong usage."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "workbench.serving", str(desk.path), "--port", str(port)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    sentence = f"端口 {port} 已被占用：请先停止占用它的程序，或用 --port 指定另一个端口。\n"
    assert (ended.returncode, ended.stderr, ended.stdout) == (2, sentence, "")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_server_ends_with_its_kernels(start, how):
    """A signal ends it with status 0, and its kernels and exporter with it."""
    running = start()
    reviewer = running.visitor()
    reviewer.sign_in("group1")
    reviewer.open_dashboard()
    assert running.users_of_kernels() == {"group1"}
    running.process.send_signal(how)
    assert running.process.wait(60) == 0
    assert running.users_of_kernels() == set()


def test_the_key_is_made_once_and_private(tmp_path: Path):
    """The key is the same at the next start, and only its owner can read it."""
    made = cookie_secret(tmp_path)
    kept = tmp_path / "data" / "cookie-secret"
    assert (len(made), cookie_secret(tmp_path), stat.S_IMODE(kept.stat().st_mode)) == (32, made, 0o600)


def test_verdicts_reach_the_returns_workbook(workspace: Workspace):
    """The exporter writes the workbook of a verdict while the server runs, and ends when told."""
    queue = workspace.queue("group2")
    clean = queue[(queue.violations == 0) & (queue.suspects == 0)].iloc[0]
    with Exporter(workspace.path) as exporter:
        workspace.record(clean["item"], "return_for_revision", "请补充依据。", by="group2")
        for _ in range(300):
            if not workspace.store.dirty():
                break
            time.sleep(0.2)
        assert (workspace.store.dirty(), exporter.is_running()) == ([], True)
    assert not exporter.is_running()
    assert len(list(workspace.returns_folder.rglob("*.xlsx"))) == 1
