"""``workbench duplicates FILE``: suspected duplicates in a table of names, with clusters."""

from collections.abc import Sequence
from pathlib import Path

import click

from workbench import matching
from workbench.cli.lines import show_table, write
from workbench.cli.names import identifiers, read_names, texts
from workbench.cli.options import format_option, workspace_option
from workbench.cli.pairs import chosen_engine, engine_option
from workbench.records import RELATION_NAMES, Comparison, Relation

COLUMNS = ("甲", "单位甲", "乙", "单位乙", "关系", "分值", "理由")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@engine_option
@format_option
@workspace_option
def duplicates(file: Path, engine_name: str, form: str, workspace: object) -> None:
    """找出疑似重复的事项：FILE 有 name、org 两列，另可有 id、region、level、basis。"""
    del workspace
    frame = read_names(file, ("name", "org"))
    columns = [texts(frame, column) for column in ("name", "org", "basis", "level", "region")]
    named = [
        matching.Named(name, org or None, basis or None, level or None, region or None)
        for name, org, basis, level, region in zip(*columns, strict=True)
    ]
    with chosen_engine(engine_name) as engine:
        found = matching.suspects(named, engine=engine)
    if form == "jsonl":
        _write_lines(identifiers(frame), found)
    else:
        show_table(f"{len(found)} 对疑似重复", COLUMNS, (_row(named, *pair) for pair in found))


def _row(named: Sequence[matching.Named], a: int, b: int, found: Comparison) -> tuple[object, ...]:
    one, two = named[a], named[b]
    relation = RELATION_NAMES[found.relation]
    return one.name, one.org, two.name, two.org, relation, f"{found.score:.2f}", "；".join(found.reasons)


def _write_lines(ids: Sequence[object], found: Sequence[tuple[int, int, Comparison]]) -> None:
    """One line a pair, with the number of the cluster that holds both (null where none does)."""
    same = [pair for pair in found if pair[2].relation is Relation.SAME]
    cluster = {member: number for number, group in enumerate(matching.clusters(len(ids), same)) for member in group}
    for a, b, comparison in found:
        together = cluster.get(a) if a in cluster and cluster.get(a) == cluster.get(b) else None
        write(
            {
                "a": ids[a],
                "b": ids[b],
                "relation": str(comparison.relation),
                "score": round(comparison.score, 4),
                "level": comparison.level,
                "reasons": list(comparison.reasons),
                "cluster": together,
            }
        )
