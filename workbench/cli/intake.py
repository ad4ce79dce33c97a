"""``workbench intake [PATH...]``: takes submitted files in."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.bar import progress_bar
from workbench.cli.lines import show_table, tell, write
from workbench.cli.options import WRONG, Workspace, format_option, opens_workspace
from workbench.records import ROW_STATE_NAMES, CatalogueKind, Problem, ReadUse, RowState
from workbench.review import IntakeLine

COLUMNS = ("文件", "结果", "单位", "组", "种类", "轮次", "行数", "指南", "发现", "问题", "与上一轮相比")
REPORT_COLUMNS = ("文件", "工作表", "单元格", "个数", "用途", "读作", "原因")
SUMMARY_COLUMNS = ("文件", "非空单元格", "读为内容", "表头", "标题", "未读", "未读的原因")
USES = {"field": "内容", "header": "表头", "title": "标题", "ignored": "未读"}
KINDS = [*(str(kind) for kind in CatalogueKind), "办事指南"]


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--unit", help="指明报送单位（文件未写明时）。")
@click.option("--kind", type=click.Choice(KINDS), help="指明种类（文件未写明时）。")
@click.option("--report", "whole", is_flag=True, help="逐段列出每个单元格读成了什么。")
@format_option
@opens_workspace
def intake(
    workspace: Workspace, paths: tuple[Path, ...], unit: str | None, kind: str | None, whole: bool, form: str
) -> None:
    """读取 data/submissions/（或 PATH）中新的目录和指南，检查、比对、入库；内容相同的不重复入库。"""
    with progress_bar() as report:
        lines = workspace.intake(list(paths) or None, report, unit, kind)
    tell(workspace.references.problems)
    if form == "jsonl":
        for line in lines:
            write(_record(line, whole=whole))
    else:
        _show(lines, whole=whole)
    if any(line.status == "无法读取" for line in lines):
        sys.exit(WRONG)


def _show(lines: Sequence[IntakeLine], *, whole: bool) -> None:
    """The table of files, what is to be done, and what became of the cells."""
    show_table(f"读取 {len(lines)} 个文件", COLUMNS, map(_row, lines))
    for line in lines:
        for problem in _faults(line):
            click.echo(f"  {problem.message}")
    read = [line for line in lines if line.uses and (whole or line.status != "未变")]
    if whole:
        show_table("读取明细", REPORT_COLUMNS, (_use(line, use) for line in read for use in line.uses))
    elif read:
        show_table("读取情况（--report 列出明细）", SUMMARY_COLUMNS, map(_summary, read))


def _faults(line: IntakeLine) -> list[Problem]:
    """The problems without the mere notes."""
    return [problem for problem in line.problems if not problem.note]


def _row(line: IntakeLine) -> tuple[object, ...]:
    return (
        line.file, line.status, line.unit, line.group, line.kind, line.round or "", line.rows, line.guides or "",
        line.findings, len(_faults(line)) or "", _compared(line),
    )  # fmt: skip


def _compared(line: IntakeLine) -> str:
    """How many items are the same, changed, new and gone."""
    counted = Counter(change.state for change in line.changes)
    return "，".join(f"{ROW_STATE_NAMES[state]} {counted[state]}" for state in RowState if counted[state])


def _use(line: IntakeLine, use: ReadUse) -> tuple[object, ...]:
    return line.file, use.sheet, use.cells, use.count, USES.get(use.use, use.use), use.name, use.reason


def _summary(line: IntakeLine) -> tuple[object, ...]:
    counted = _counted(line)
    why: Counter[str] = Counter()
    for use in line.uses:
        if use.use == "ignored":
            why[use.reason] += use.count
    reasons = "；".join(f"{reason}（{count}）" for reason, count in why.most_common())
    return line.file, sum(counted.values()), *(counted[use] or "" for use in USES), reasons


def _counted(line: IntakeLine) -> Counter[str]:
    """How many cells were put to each use."""
    counted: Counter[str] = Counter()
    for use in line.uses:
        counted[use.use] += use.count
    return counted


def _record(line: IntakeLine, *, whole: bool) -> dict[str, object]:
    changed = Counter(str(change.state) for change in line.changes)
    record: dict[str, object] = {
        "file": line.file,
        "status": line.status,
        "unit": line.unit or None,
        "group": line.group,
        "kind": line.kind or None,
        "round": line.round or None,
        "rows": line.rows,
        "guides": line.guides,
        "findings": line.findings,
        "problems": [problem.message for problem in line.problems],
        "changes": {str(state): changed[str(state)] for state in RowState},
        "cells": {use: _counted(line)[use] for use in USES},
    }
    if whole:
        names = ("sheet", "cells", "count", "use", "name", "reason")
        record["read"] = [{name: getattr(use, name) for name in names} for use in line.uses]
    return record
