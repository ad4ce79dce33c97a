"""``workbench serve``: the dashboards."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from workbench.cli.options import Workspace, opens_workspace

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8866, help="端口。")
@click.option("--host", help="在哪个地址上提供服务（缺省 127.0.0.1，只供本机）。")
@click.option("--certificate", type=_FILE, help="证书文件（PEM）；与 --key 一并给出。")
@click.option("--key", type=_FILE, help="私钥文件（PEM），权限 600。")
@click.option("--proxy", multiple=True, help="承担加密的代理服务器的 IP 地址；给出后只应答它。可多次使用。")
@click.option("--name", multiple=True, help="浏览器中使用的服务器名称。可多次使用。")
@click.option("--idle-minutes", type=click.FloatRange(0, min_open=True), help="久未使用后退出登录（缺省 60 分钟）。")
@click.option("--session-hours", type=click.FloatRange(0, min_open=True), help="一次登录最长（缺省 12 小时）。")
@click.option(
    "--log", type=click.Path(dir_okay=False, path_type=Path), help="日志文件，写满自动换新（缺省：标准错误）。"
)
@opens_workspace
def serve(workspace: Workspace, port: int, **given: Any) -> None:
    """提供审核界面：缺省只供本机（127.0.0.1）；供其他电脑使用须有证书，或写明承担加密的代理服务器。"""
    words = []
    for name, value in given.items():
        for each in value if isinstance(value, tuple) else (value,):
            if each is not None:
                words += [f"--{name.replace('_', '-')}", str(each)]
    start(workspace, port, *words)


def start(workspace: Workspace, port: int, *words: str) -> None:
    """Become the server, so that whoever stops this process stops it; the rooms ``cli`` and ``serving`` stay apart."""
    workspace.store.close()
    if workspace.database:
        os.environ["WORKBENCH_DATABASE"] = workspace.database
    sys.stdout.flush()
    command = [sys.executable, "-m", "workbench.serving", str(workspace.path), "--port", str(port), *words]
    os.execv(sys.executable, command)  # noqa: S606 - our own module
