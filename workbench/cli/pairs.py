"""``workbench pairs FILE``: the exact similarity join."""

from pathlib import Path

import click
import pandas as pd

from workbench import matching
from workbench.cli.lines import write
from workbench.cli.names import identifiers, read_names, texts, write_table
from workbench.cli.options import fail, format_option, workspace_option

engine_option = click.option("--engine", default="local", help="local：本机计算。")


def require_local(engine: str) -> None:
    """Only this machine computes so far; anything else is refused plainly."""
    if engine != "local":
        fail(f"--engine 只支持 local，尚不支持“{engine}”。")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--measure", type=click.Choice(["ratio"]), default="ratio", help="相似度：rapidfuzz 的 ratio。")
@click.option("--threshold", type=click.FloatRange(50, 100), default=85, help="阈值，50 至 100。")
@click.option("--raw", is_flag=True, help="按原名比较，不先规整。")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="写入 .csv 或 .parquet。")
@engine_option
@format_option
@workspace_option
def pairs(
    file: Path,
    measure: str,
    threshold: float,
    raw: bool,
    output: Path | None,
    engine: str,
    form: str,
    workspace: object,
) -> None:
    """找出全部名称相似度达到阈值的行对，一对不漏。"""
    del measure, workspace
    require_local(engine)
    frame = read_names(file, ("name",))
    names = texts(frame, "name")
    table = matching.similar_pairs(names if raw else [matching.tidy_name(name) for name in names], threshold)
    ids = identifiers(frame)
    found = pd.DataFrame({"a": [ids[i] for i in table.a], "b": [ids[j] for j in table.b], "score": table.score})
    if output is not None:
        write_table(found, output)
        click.echo(f"{len(found)} 对，已写入 {output}。", err=True)
        return
    if form == "jsonl":
        for a, b, score in found.itertuples(index=False):
            write({"a": a, "b": b, "score": score})
    else:
        click.echo(found.to_csv(index=False), nl=False)
