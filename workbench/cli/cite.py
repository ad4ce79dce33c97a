"""``workbench cite -``: basis cells in, citations out."""

import sys
from typing import TextIO

import click

from workbench import citations
from workbench.cli.lines import Lines, write
from workbench.cli.options import WRONG, workspace_option


@click.command()
@click.argument("source", type=click.File(encoding="utf-8"), default="-")
@workspace_option
def cite(source: TextIO, workspace: object) -> None:
    """读设定依据：每行一个 {"id","text"}，输出 {"id","citations"}。"""
    del workspace
    lines = Lines(source, required=("text",))
    for record in lines:
        found = [citations.as_json(citation) for citation in citations.parse(record["text"])]
        write({"id": record.get("id"), "citations": found})
    if lines.faults:
        sys.exit(WRONG)
