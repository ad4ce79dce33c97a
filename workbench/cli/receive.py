"""``workbench receive FILE``: takes verdicts that a reviewer typed into a returns workbook."""

import sys
from collections import Counter
from pathlib import Path

import click

from workbench.cli.lines import show_table, write
from workbench.cli.options import WRONG, Workspace, format_option, opens_workspace
from workbench.review import ReceivedLine

COLUMNS = ("位置", "事项", "结论", "结果", "说明", "处理情况")
_KEYS = ("item", "name", "cell", "status", "verdict", "message", "handling")
_OPEN = ("冲突", "未记录")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "user", required=True, help="审核人（group_assignments.yml 中的用户）。")
@format_option
@opens_workspace
def receive(workspace: Workspace, file: Path, user: str, form: str) -> None:
    """读回在反馈工作簿中填写的审核结论；他人已另行记录的列为冲突，不覆盖。"""
    lines = workspace.receive(file, by=user)
    if form == "jsonl":
        for line in lines:
            write({name: getattr(line, name) for name in _KEYS})
    else:
        counted = Counter(line.status for line in lines)
        show_table("、".join(f"{status} {count}" for status, count in counted.items()), COLUMNS, map(_row, lines))
    if any(line.status in _OPEN for line in lines):
        sys.exit(WRONG)


def _row(line: ReceivedLine) -> tuple[object, ...]:
    return line.cell, line.name, line.verdict, line.status, line.message, line.handling
