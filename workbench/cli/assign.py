"""``workbench assign UNIT GROUP``: puts a unit that is in no group into one."""

import click

from workbench.cli.options import Workspace, fail, opens_workspace


@click.command()
@click.argument("unit")
@click.argument("group", type=click.IntRange(1, 4))
@opens_workspace
def assign(workspace: Workspace, unit: str, group: int) -> None:
    """人工分派：把不在名单中的单位分给审核组（写入 group_assignments.yml）。"""
    known = workspace.assignments.unit(unit)
    if known is not None:
        fail(f"“{unit}”即“{known.name}”，已在第{known.group}组，无需分派。")
    workspace.assign(unit, group)
    click.echo(f"已把“{unit}”分给第{group}组，请重新执行 workbench intake。")
