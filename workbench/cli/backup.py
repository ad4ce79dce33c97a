"""``workbench backup FILE``: the whole workspace in one file, while work goes on."""

from pathlib import Path

import click

from workbench.cli.options import Workspace, opens_workspace


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@opens_workspace
def backup(workspace: Workspace, file: Path) -> None:
    """备份：数据库、报送、反馈、清单和名单写入一个文件并逐个核对；不必停止审核。请把备份放到另一块磁盘上。"""
    made = workspace.back_up(file)
    size = file.stat().st_size / (1 << 20)
    click.echo(f"已备份 {len(made.entries)} 个文件到“{file}”（{size:,.1f} MB），内容已核对。")
