"""``workbench progress``: figures per group and unit."""

import click

from workbench.cli.lines import show_table, write
from workbench.cli.options import Workspace, format_option, opens_workspace

COLUMNS = {
    "group": "组", "unit": "单位", "kind": "种类", "round": "轮次", "rows": "事项", "decided": "已审",
    "passed": "通过", "returned": "退回修改", "other": "其他结论", "undecided": "未审", "violations": "违规",
    "doubts": "存疑", "hints": "提示", "suspects": "疑似重复", "corrected": "已改正",
    "uncorrected": "未改正",
}  # fmt: skip


@click.command()
@click.option("--group", type=click.IntRange(1, 4), help="只看一个审核组。")
@format_option
@opens_workspace
def progress(workspace: Workspace, group: int | None, form: str) -> None:
    """审核进度：每个单位的事项数、已审数、结论和发现。"""
    frame = workspace.progress(group=group).astype(object)
    frame = frame.where(frame.notna(), None)
    if form == "jsonl":
        for record in frame.to_dict("records"):
            write({str(key): value for key, value in record.items()})
    else:
        show_table("审核进度", list(COLUMNS.values()), frame[list(COLUMNS)].itertuples(index=False))
        total, decided = frame["rows"].sum(), frame["decided"].sum()
        click.echo(f"共 {total} 项，已审 {decided} 项，未审 {total - decided} 项。")
