"""JSON lines in and out, and tables for people."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

import click
from rich.console import Console
from rich.table import Table

from workbench.records import Problem

WIDE = 160


def write(record: Mapping[str, Any]) -> None:
    """One JSON object on one line, UTF-8 as it is."""
    click.echo(json.dumps(record, ensure_ascii=False, default=str))


def tell_file(path: Path, form: str, words: str) -> None:
    """A file that was written: in ``words``, or as an object for programs."""
    if form == "jsonl":
        write({"file": str(path)})
    else:
        click.echo(words)


def tell(problems: Iterable[Problem]) -> None:
    """Each problem's sentence on the error stream, beside what goes out."""
    for problem in problems:
        click.echo(problem.message, err=True)


class Lines:
    """The JSON objects of a stream; a line that is none is reported and passed over.

    ``faults`` counts such lines: the command then ends with status 2, after the good lines.
    """

    def __init__(self, stream: TextIO, required: Sequence[str] = ()) -> None:
        """``required`` names keys that each object must have as text."""
        self._stream = stream
        self._required = required
        self.faults = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The objects, in order."""
        for number, line in enumerate(self._stream, start=1):
            if not line.strip():
                continue
            fault, record = self._read(line)
            if fault:
                self.faults += 1
                click.echo(f"第{number}行{fault}，已跳过。", err=True)
            else:
                yield record

    def _read(self, line: str) -> tuple[str, dict[str, Any]]:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            return f"不是有效的 JSON（{error}）", {}
        if not isinstance(record, dict):
            return "不是 JSON 对象", {}
        wrong = [key for key in self._required if not isinstance(record.get(key), str)]
        if wrong:
            return f"缺少文本字段 {'、'.join(wrong)}", {}
        return "", record


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A table on the terminal; cell text is printed as it is, without markup."""
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else str(cell).replace("[", r"\[") for cell in row))
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    console.print(table)
