"""``workbench sample DIR``: realistic submissions with planted faults."""

from pathlib import Path

import click

from workbench.cli.bar import progress_bar
from workbench.cli.options import workspace_option
from workbench.sample import write_sample


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--matters", type=click.IntRange(58, 1_000_000), default=10_000, help="事项总数。")
@click.option("--seed", type=int, default=2017, help="随机种子：相同种子逐字节相同。")
@workspace_option
def sample(folder: Path, matters: int, seed: int, workspace: object) -> None:
    """只生成 58 个单位的样例目录和部分部门的办事指南，埋设的问题列在 planted.csv。"""
    del workspace
    with progress_bar() as report:
        written = write_sample(folder, matters, seed, lambda done, of: report("生成样例", done, of))
    click.echo(
        f"已在“{folder}”生成 {matters} 项事项的样例目录和 {written.guides} 份办事指南，埋设的问题见 planted.csv。"
    )
