"""``workbench check PATH... | -``: checks without storing."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

import click

from workbench import assignments as assigning
from workbench.checks import Context, InvalidCase
from workbench.cli.lines import Lines, show_table, tell, write
from workbench.cli.options import DONE, VIOLATIONS, WRONG, format_option, says_faults, workspace_option
from workbench.cli.pairs import chosen_engine, engine_option
from workbench.records import Severity
from workbench.review import NoWorkspace, check_case, check_files, open_workspace

COLUMNS = ("文件", "位置", "级别", "规则", "条款", "说明")


@click.command()
@click.argument("paths", nargs=-1, required=True)
@format_option
@workspace_option
@engine_option
@says_faults
def check(paths: tuple[str, ...], form: str, workspace: Path | None, engine_name: str) -> None:
    """检查目录和指南文件，或从标准输入（-）逐行检查 JSON；不入库。发现违规时退出码为 1。"""
    roster, context = _judged_by(workspace)
    if paths == ("-",):
        found, wrong = _check_cases(sys.stdin, roster)
        form = "jsonl"
    else:
        with chosen_engine(engine_name) as engine:
            found, messages = check_files([Path(path) for path in paths], roster, context, engine=engine)
        for message in messages:
            click.echo(message, err=True)
        wrong = bool(messages)
    _show(found, form)
    violated = any(record.get("severity") == Severity.VIOLATION for record in found)
    sys.exit(WRONG if wrong else VIOLATIONS if violated else DONE)


def _judged_by(workspace: Path | None) -> tuple[assigning.Assignments, Context | None]:
    """The workspace's roster, lists, words and statutes, or the province's own roster where there is no workspace."""
    try:
        opened = open_workspace(workspace)
    except NoWorkspace:
        return assigning.parse(assigning.default_text()), None
    tell(opened.references.problems)
    return opened.assignments, opened.plain_context


def _check_cases(stream: TextIO, roster: assigning.Assignments) -> tuple[list[dict[str, Any]], bool]:
    """Output records of a stream of cases, and whether one of them is in no known vocabulary."""
    lines = Lines(stream)
    records = list(_cases(lines, roster))
    return [record for record in records if record is not None], lines.faults > 0 or None in records


def _cases(lines: Lines, roster: assigning.Assignments) -> Iterator[dict[str, Any] | None]:
    """Output records of all cases; None for a case that is not in the vocabulary."""
    units = roster.full_names()
    for case in lines:
        try:
            yield from check_case(case, units)
        except InvalidCase as error:
            click.echo(f"事例 {case.get('id', '')}：{error}，已跳过。", err=True)
            yield None


def _show(found: Iterable[dict[str, Any]], form: str) -> None:
    if form == "jsonl":
        for record in found:
            write(record)
        return
    rows = [
        (r["where"].get("file"), r["where"].get("cell"), r["severity"], r["rule"], r["clause"], r["message"])
        for r in found
        if "severity" in r
    ]
    show_table(f"{len(rows)} 处发现", COLUMNS, rows)
