"""``workbench pairs FILE``: the exact similarity join."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pandas as pd

from workbench import matching
from workbench.cli.lines import write
from workbench.cli.names import for_csv, identifiers, read_names, texts, write_table
from workbench.cli.options import DONE, WRONG, fail, format_option, workspace_option
from workbench.matching.distributed import NoCluster, opened_engine
from workbench.matching.engine import Engine
from workbench.matching.join import BYTES_A_PAIR, Cut

engine_option = click.option(
    "--engine", "engine_name", default="local", help="local：本机计算；tcp://主机:端口：交给该地址的 Dask 集群。"
)


@contextmanager
def chosen_engine(name: str) -> Iterator[Engine]:
    """The engine of --engine; ends the command with a sentence when it cannot be used."""
    try:
        with opened_engine(name) as engine:
            yield engine
    except NoCluster as error:
        fail(str(error))


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--measure", type=click.Choice(["ratio"]), default="ratio", help="相似度：rapidfuzz 的 ratio。")
@click.option("--threshold", type=click.FloatRange(50, 100), default=85, help="阈值，50 至 100。")
@click.option("--raw", is_flag=True, help="按原名比较，不先规整。")
@click.option(
    "--most",
    type=click.IntRange(min=0),
    help="最多列出多少对；缺省按可用内存的八分之一、每对64字节计。超过时只列出一部分并说明。",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="写入 .csv 或 .parquet。")
@engine_option
@format_option
@workspace_option
def pairs(
    file: Path,
    measure: str,
    threshold: float,
    raw: bool,
    most: int | None,
    output: Path | None,
    engine_name: str,
    form: str,
    workspace: object,
) -> None:
    """找出全部名称相似度达到阈值的行对，一对不漏。

    行对多得放不下时只列出一部分，说明至少有多少对、怎么办；不是由 --most 限定的，以状态2结束。
    """
    del measure, workspace
    frame = read_names(file, ("name",))
    names = texts(frame, "name")
    compared = names if raw else [matching.tidy_name(name) for name in names]
    with chosen_engine(engine_name) as engine:
        table = engine.pairs(compared, threshold, most=most)
    ids = pd.Series(identifiers(frame))
    found = pd.DataFrame({"a": ids.take(table.a).array, "b": ids.take(table.b).array, "score": table.score})
    _show(found, output, form)
    if table.cut:
        click.echo(_cut_sentence(table.cut, threshold), err=True)
        sys.exit(DONE if most is not None else WRONG)


def _show(found: pd.DataFrame, output: Path | None, form: str) -> None:
    """Writes the pairs where they are wanted."""
    if output is not None:
        write_table(found, output)
        click.echo(f"{len(found)} 对，已写入 {output}。", err=True)
    elif form == "jsonl":
        for a, b, score in found.itertuples(index=False):
            write({"a": a, "b": b, "score": score})
    else:
        for_csv(found).to_csv(sys.stdout, index=False)


def _cut_sentence(cut: Cut, threshold: float) -> str:
    """Says that pairs are missing, how many there are, and what to do."""
    higher = (
        f"把 --threshold 提高到 {cut.threshold}（按抽样估计不会超过）"
        if cut.threshold
        else "先去掉名称相同的行（提高阈值也仍会超过）"
    )
    return (
        f"未列全：达到阈值 {threshold:g} 的行对至少有 {cut.at_least} 对，按抽样估计约 {cut.about} 对，"
        f"超过上限 {cut.most} 对，只列出了其中 {cut.most} 对。请{higher}，"
        f"或用 --most 提高上限（每100万对约占内存 {BYTES_A_PAIR} MB）。"
    )
