"""``workbench restore FILE DIR``: a workspace from a backup."""

import sys
from pathlib import Path

import click

from workbench.cli.options import WRONG, says_faults
from workbench.review import restore as restored


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--database", help="备份的数据库是 PostgreSQL 时：一个空的数据库的地址。")
@says_faults
def restore(file: Path, folder: Path, database: str | None) -> None:
    """恢复：核对备份，在新的文件夹中重建工作区，并核验审核记录的哈希链。"""
    held, faults = restored(file, folder, database)
    click.echo(f"已恢复 {held.made_at} 的备份到“{folder}”，{len(held.entries)} 个文件，内容已核对。")
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(WRONG)
    click.echo("审核记录的哈希链完整。")
