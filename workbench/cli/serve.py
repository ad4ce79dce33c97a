"""``workbench serve``: the dashboards."""

import os
import sys

import click

from workbench.cli.options import Workspace, opens_workspace


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8866, help="端口。")
@opens_workspace
def serve(workspace: Workspace, port: int) -> None:
    """在本机（127.0.0.1）提供审核界面。"""
    start(workspace, port)


def start(workspace: Workspace, port: int) -> None:
    """Become the server, so that whoever stops this process stops it; the rooms ``cli`` and ``serving`` stay apart."""
    workspace.store.close()
    if workspace.database:
        os.environ["WORKBENCH_DATABASE"] = workspace.database
    sys.stdout.flush()
    command = [sys.executable, "-m", "workbench.serving", str(workspace.path), "--port", str(port)]
    os.execv(sys.executable, command)  # noqa: S606 - our own module
