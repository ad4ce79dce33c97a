"""``workbench report``: the monthly bulletin."""

from datetime import datetime

import click

from workbench.cli.lines import tell_file
from workbench.cli.options import Workspace, format_option, opens_workspace
from workbench.review.calendar import today


@click.command()
@click.option("--month", type=click.DateTime(["%Y-%m"]), required=True, help="月份，如 2017-08。")
@format_option
@opens_workspace
def report(workspace: Workspace, month: datetime, form: str) -> None:
    """月度通报：各组各单位进度、主要问题，写成 .docx 和 .xlsx。"""
    for path in workspace.report(month.date().replace(day=1), today()):
        tell_file(path, form, f"已写出：{path}")
