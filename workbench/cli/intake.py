"""``workbench intake [PATH...]``: takes submitted workbooks in."""

import sys
from pathlib import Path

import click

from workbench.cli.bar import progress_bar
from workbench.cli.lines import show_table, write
from workbench.cli.options import WRONG, Workspace, format_option, opens_workspace
from workbench.records import CatalogueKind, Problem
from workbench.review import IntakeLine

COLUMNS = ("文件", "结果", "单位", "组", "目录", "轮次", "行数", "发现", "问题")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--unit", help="指明报送单位（文件未写明时）。")
@click.option("--kind", type=click.Choice([str(kind) for kind in CatalogueKind]), help="指明目录种类。")
@format_option
@opens_workspace
def intake(workspace: Workspace, paths: tuple[Path, ...], unit: str | None, kind: str | None, form: str) -> None:
    """读取 data/submissions/（或 PATH）中新的工作簿，检查、比对、入库；内容相同的不重复入库。"""
    with progress_bar() as report:
        lines = workspace.intake(list(paths) or None, report, unit, kind)
    if form == "jsonl":
        for line in lines:
            write(_record(line))
    else:
        show_table(f"读取 {len(lines)} 个文件", COLUMNS, map(_row, lines))
        for line in lines:
            for problem in _faults(line):
                click.echo(f"  {problem.message}")
    if any(line.status == "无法读取" for line in lines):
        sys.exit(WRONG)


def _faults(line: IntakeLine) -> list[Problem]:
    """The problems without the mere notes."""
    return [problem for problem in line.problems if not problem.note]


def _row(line: IntakeLine) -> tuple[object, ...]:
    return (
        line.file, line.status, line.unit, line.group, line.kind, line.round or "", line.rows, line.findings,
        len(_faults(line)) or "",
    )  # fmt: skip


def _record(line: IntakeLine) -> dict[str, object]:
    return {
        "file": line.file,
        "status": line.status,
        "unit": line.unit or None,
        "group": line.group,
        "kind": line.kind or None,
        "round": line.round or None,
        "rows": line.rows,
        "findings": line.findings,
        "problems": [problem.message for problem in line.problems],
    }
