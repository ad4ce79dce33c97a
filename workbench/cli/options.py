"""Options that several commands take, and how a command ends."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from workbench.assignments import InvalidAssignments
from workbench.review import (
    Conflict,
    NotAllowed,
    NoWorkspace,
    Refused,
    StoreProblem,
    UnreadableWorkbook,
    Workspace,
    open_workspace,
)
from workbench.workbooks.limits import InvalidSetting

DONE, VIOLATIONS, WRONG = 0, 1, 2

workspace_option = click.option(
    "--workspace",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="WORKBENCH_WORKSPACE",
    help="工作区文件夹（缺省为当前文件夹）。",
)
database_option = click.option(
    "--database", envvar="WORKBENCH_DATABASE", help="数据库地址（缺省为工作区内的 SQLite）。"
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    help="table 供人看，jsonl 供程序读。",
)
#: For commands whose answer is for programs anyway.
lines_option = click.option(
    "--format", type=click.Choice(["jsonl"]), default="jsonl", expose_value=False, help="只有 jsonl：每行一个对象。"
)


def fail(message: str) -> NoReturn:
    """End with status 2 and one Chinese sentence."""
    click.echo(message, err=True)
    sys.exit(WRONG)


def says_faults(command: Callable[..., Any]) -> Callable[..., Any]:
    """End a command with a sentence, not a traceback, on the faults that a person can mend."""

    @wraps(command)
    def said(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except (
            NoWorkspace,
            InvalidAssignments,
            Conflict,
            NotAllowed,
            Refused,
            StoreProblem,
            UnreadableWorkbook,
            InvalidSetting,
        ) as error:
            fail(str(error))

    return said


def opens_workspace(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its workspace as first argument."""

    @workspace_option
    @database_option
    @says_faults
    @wraps(command)
    def opened(*args: Any, workspace: Path | None, database: str | None, **kwargs: Any) -> Any:
        return command(open_workspace(workspace, database), *args, **kwargs)

    return opened


__all__ = [
    "DONE",
    "VIOLATIONS",
    "WRONG",
    "Workspace",
    "database_option",
    "fail",
    "format_option",
    "lines_option",
    "opens_workspace",
    "says_faults",
    "workspace_option",
]
