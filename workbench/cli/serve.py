"""``workbench serve``: the dashboards."""

import subprocess
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
    """Serve until interrupted, in a process of its own; the returns workbooks follow the verdicts."""
    workspace.store.close()
    command = [sys.executable, "-m", "workbench.serving", str(workspace.path), "--port", str(port)]
    try:
        sys.exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own module
    except KeyboardInterrupt:
        sys.exit(0)
