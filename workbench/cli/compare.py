"""``workbench compare -``: pairs of names in, relations out."""

import sys
from typing import Any, TextIO

import click

from workbench import matching
from workbench.cli.lines import Lines, write
from workbench.cli.options import WRONG, workspace_option


@click.command()
@click.argument("source", type=click.File(encoding="utf-8"), default="-")
@workspace_option
def compare(source: TextIO, workspace: object) -> None:
    """比对事项：每行一个 {"id","name_a","org_a","name_b","org_b",…}，输出关系、分值和理由。"""
    del workspace
    lines = Lines(source, required=("name_a", "name_b"))
    for record in lines:
        found = matching.compare(_named(record, "a"), _named(record, "b"))
        write(
            {
                "id": record.get("id"),
                "relation": str(found.relation),
                "score": round(found.score, 4),
                "level": found.level,
                "reasons": list(found.reasons),
            }
        )
    if lines.faults:
        sys.exit(WRONG)


def _named(record: dict[str, Any], side: str) -> matching.Named:
    """One side of a pair; what is not text counts as not known."""
    values = {key: record.get(f"{key}_{side}") for key in ("name", "org", "basis", "level", "region")}
    known = {key: value for key, value in values.items() if isinstance(value, str)}
    return matching.Named(**known)
