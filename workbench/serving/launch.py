"""Starts the server for a workspace and ends it cleanly."""

import logging
import os
import sys
from pathlib import Path

from workbench.review import open_workspace
from workbench.serving.exporter import Exporter
from workbench.serving.identity import USER_VARIABLE
from workbench.serving.pinned import require_known
from workbench.serving.server import ReviewServer
from workbench.serving.sessions import Sessions
from workbench.serving.settings import configuration
from workbench.serving.where import Where


def run(workspace: Path, where: Where, sessions: Sessions, database: str | None, log: Path | None) -> None:
    """Serve until interrupted; see :func:`workbench.serving.serve`."""
    require_known()
    opened = open_workspace(workspace, database)
    opened.store.last_event()
    sockets, tls = where.sockets(), where.tls()
    _prepare_environment(opened.path, database)
    server = ReviewServer(
        log=logging.getLogger("voila"),
        config=configuration(opened.path, where),
        workspace=opened,
        where=where,
        sockets=sockets,
        tls=tls,
        sessions=sessions,
        ready=lambda: _say(f"已就绪，请在浏览器中打开 {where.address}"),
    )
    server.initialize([])
    with Exporter(opened.path, log.with_name("exporter.jsonl") if log else None):
        server.start()
    opened.store.close()


def _prepare_environment(workspace: Path, database: str | None) -> None:
    """What the kernels and the exporter inherit; a user that this process was started with is not a user of theirs."""
    os.environ["WORKBENCH_WORKSPACE"] = str(workspace)
    if database:
        os.environ["WORKBENCH_DATABASE"] = database
    os.environ.pop(USER_VARIABLE, None)


def _say(message: str) -> None:
    sys.stdout.write(message + "\n")
    sys.stdout.flush()
