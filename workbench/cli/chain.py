"""``workbench chain``: where every catalogue and the guides of every unit are, against their deadlines."""

import click

from workbench.cli.lines import show_table, write
from workbench.cli.options import Workspace, format_option, opens_workspace

COLUMNS = {
    "group": "组", "unit": "单位", "kind": "种类", "round": "轮次", "stage_name": "阶段", "holder": "经办人",
    "items": "事项", "undecided": "未定", "deadline": "截止", "days_left": "剩余天数", "weekend": "提示", "note": "备注",
}  # fmt: skip


@click.command()
@click.option("--group", type=click.IntRange(1, 4), help="只看一个审核组。")
@click.option("--unit", help="只看一个单位。")
@format_option
@opens_workspace
def chain(workspace: Workspace, group: int | None, unit: str | None, form: str) -> None:
    """流转：每份目录、每个单位的指南在哪个阶段，离截止还有几天。"""
    frame = workspace.chain(group, unit).astype(object)
    frame = frame.where(frame.notna(), None)
    if form == "jsonl":
        for record in frame.to_dict("records"):
            write({str(key): value for key, value in record.items()})
    else:
        show_table("流转", list(COLUMNS.values()), frame[list(COLUMNS)].itertuples(index=False))
