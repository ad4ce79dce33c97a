"""``workbench serve``: the dashboards."""

import click

from workbench import serving
from workbench.cli.options import Workspace, opens_workspace


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8866, help="端口。")
@opens_workspace
def serve(workspace: Workspace, port: int) -> None:
    """在本机（127.0.0.1）提供审核界面。"""
    start(workspace, port)


def start(workspace: Workspace, port: int) -> None:
    """Serve until interrupted; the returns workbooks follow the verdicts."""
    workspace.store.last_event()
    click.echo(f"审核工作台：http://127.0.0.1:{port}/ （按 Ctrl+C 停止）")
    serving.serve(workspace.path, port)
