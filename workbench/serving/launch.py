"""Starts the server for a workspace and ends it cleanly."""

import errno
import os
import socket
import sys
from pathlib import Path

from tornado.netutil import bind_sockets

from workbench.review import open_workspace
from workbench.serving.exporter import Exporter
from workbench.serving.identity import USER_VARIABLE
from workbench.serving.pages import CannotServe
from workbench.serving.server import ReviewServer
from workbench.serving.settings import configuration

HOST = "127.0.0.1"


def run(workspace: Path, port: int, database: str | None = None) -> None:
    """Serve until interrupted; see :func:`workbench.serving.serve`."""
    opened = open_workspace(workspace, database)
    opened.store.last_event()
    sockets = _sockets(port)
    _prepare_environment(opened.path, database)
    server = ReviewServer(
        config=configuration(opened.path),
        workspace=opened,
        sockets=sockets,
        ready=lambda: _say(f"已就绪，请在浏览器中打开 http://{HOST}:{port}/"),
    )
    server.initialize([])
    with Exporter(opened.path):
        server.start()
    opened.store.close()


def _prepare_environment(workspace: Path, database: str | None) -> None:
    """What the kernels and the exporter inherit; a user that this process was started with is not a user of theirs."""
    os.environ["WORKBENCH_WORKSPACE"] = str(workspace)
    if database:
        os.environ["WORKBENCH_DATABASE"] = database
    os.environ.pop(USER_VARIABLE, None)


def _sockets(port: int) -> list[socket.socket]:
    try:
        return list(bind_sockets(port, HOST))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotServe(f"端口 {port} 已被占用：请先停止占用它的程序，或用 --port 指定另一个端口。") from error
        if error.errno == errno.EACCES:
            raise CannotServe(f"没有使用端口 {port} 的权限：请用 --port 指定 1024 以上的端口。") from error
        raise


def _say(message: str) -> None:
    sys.stdout.write(message + "\n")
    sys.stdout.flush()
