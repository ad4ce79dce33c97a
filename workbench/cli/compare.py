"""``workbench compare -``: pairs of names in, relations out."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

import click

from workbench import matching
from workbench.cli.lines import write
from workbench.cli.options import WRONG, lines_option, workspace_option
from workbench.records import Comparison, Relation

_FIELDS = ("name", "org", "basis", "level", "region")


@click.command()
@click.argument("source", type=click.File(encoding="utf-8", errors="replace"), default="-")
@workspace_option
@lines_option
def compare(source: TextIO, workspace: Path | None) -> None:
    """比对事项：每行一个 {"id","name_a","org_a","name_b","org_b",…}，输出关系、分值和理由；读不出的行答“待判断”。"""
    _use_words(workspace or Path())
    faults = 0
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        record, fault = _read(line)
        faults += bool(fault)
        if fault:
            click.echo(f"第{number}行{fault}，未比对。", err=True)
        found = _unread(f"第{number}行{fault}，没有比对。") if fault else _compared(record)
        write(
            {
                "id": record.get("id"),
                "relation": str(found.relation),
                "score": round(found.score, 4),
                "level": found.level,
                "reasons": list(found.reasons),
            }
        )
    if faults:
        sys.exit(WRONG)


def _use_words(workspace: Path) -> None:
    """Read names with the workspace's own tables of words, too; what is wrong with them is told."""
    folder = workspace / "data" / "reference" / "比对词表"
    if not folder.is_dir():
        return
    from workbench.review import StoreProblem, word_tables  # noqa: PLC0415 - loaded only where there are tables

    try:
        word_tables.use(folder)
    except StoreProblem as problem:
        click.echo(str(problem), err=True)


def _read(line: str) -> tuple[Mapping[str, Any], str]:
    """A line's object, and what is wrong with it."""
    try:
        record = json.loads(_writable(json.dumps(json.loads(line), ensure_ascii=False)))
    except (ValueError, RecursionError):
        return {}, "不是有效的 JSON"
    if not isinstance(record, dict):
        return {}, "不是 JSON 对象"
    missing = [key for key in ("name_a", "name_b") if not _is_told(record.get(key))]
    return record, f"缺少文本字段 {'、'.join(missing)}" if missing else ""


def _is_told(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _writable(text: str) -> str:
    """The text without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _unread(reason: str) -> Comparison:
    return Comparison(Relation.UNSURE, 0.0, "not-compared", (reason,))


def _compared(record: Mapping[str, Any]) -> Comparison:
    return matching.compare(_named(record, "a"), _named(record, "b"))


def _named(record: Mapping[str, Any], side: str) -> matching.Named:
    """One side of a pair; what is not text counts as not known."""
    values = {field: record.get(f"{field}_{side}") for field in _FIELDS}
    return matching.Named(**{field: value for field, value in values.items() if isinstance(value, str)})
