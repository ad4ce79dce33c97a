"""``workbench returns``: writes the returns workbooks."""

import click

from workbench.cli.lines import tell_file
from workbench.cli.options import Workspace, fail, format_option, opens_workspace


@click.command()
@click.option("--unit", help="只写一个单位。")
@click.option("--group", type=click.IntRange(1, 4), help="只写一个审核组。")
@click.option("--all", "everything", is_flag=True, help="全部单位。")
@format_option
@opens_workspace
def returns(workspace: Workspace, unit: str | None, group: int | None, everything: bool, form: str) -> None:
    """生成反馈工作簿，写入 data/returns/第N组/。"""
    if not (unit or group or everything):
        fail("请用 --unit 单位、--group 组号 或 --all 指明要生成哪些反馈工作簿。")
    written = workspace.returns(unit, group)
    for path in written:
        tell_file(path, form, str(path))
    if not written:
        click.echo("没有可生成的反馈工作簿：所选单位尚未报送。", err=True)
