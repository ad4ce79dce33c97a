"""``workbench cite -``: basis cells in, citations out."""

import sys
from pathlib import Path
from typing import TextIO

import click

from workbench import citations
from workbench.cli.lines import Lines, tell, write
from workbench.cli.options import WRONG, lines_option, workspace_option


@click.command()
@click.argument("source", type=click.File(encoding="utf-8"), default="-")
@workspace_option
@lines_option
def cite(source: TextIO, workspace: Path | None) -> None:
    """读设定依据：每行一个 {"id","text"}，输出 {"id","citations"}。工作区的法规索引一并使用。"""
    _use_statutes(workspace or Path())
    lines = Lines(source, required=("text",))
    for record in lines:
        found = [citations.as_json(citation) for citation in citations.parse(record["text"])]
        write({"id": record.get("id"), "citations": found})
    if lines.faults:
        sys.exit(WRONG)


def _use_statutes(workspace: Path) -> None:
    """Know the statutes of the workspace's list, too; what is wrong with the list is told."""
    folder = workspace / "data" / "reference"
    if not folder.is_dir() or not any("法规" in file.name for file in folder.iterdir()):
        citations.use_statutes(())
        return
    from workbench.review import use_statutes_of  # noqa: PLC0415 - what reads lists is loaded only where there is one

    tell(use_statutes_of(workspace))
