"""``workbench second``: a second, blind review of a sample, and how far the reviewers agree."""

from dataclasses import asdict
from typing import Any

import click
import pandas as pd

from workbench.cli.lines import show_table, write
from workbench.cli.options import Workspace, format_option, opens_workspace
from workbench.cli.verdict import code_of, overruled
from workbench.records import VERDICTS, shown_moment

user_option = click.option("--as", "user", required=True, help="用户（group_assignments.yml 中的用户）。")
group_option = click.option("--group", type=click.IntRange(1, 4), help="只看一个审核组。")
_FEW = 30


@click.group()
def second() -> None:
    """背靠背复审：抽取已作出的结论，由组内另一人在看不到原结论的情况下再审一次，并计算一致程度。"""


@second.command()
@click.option("--group", type=click.IntRange(1, 4), required=True, help="抽查哪个审核组。")
@click.option("--size", type=click.IntRange(1), default=20, show_default=True, help="抽查多少个结论（按单位分层）。")
@click.option("--seed", required=True, help="抽取用的种子（任意文字）；同样的结论和种子抽出同样的样本。")
@user_option
@format_option
@opens_workspace
def draw(workspace: Workspace, group: int, size: int, seed: str, user: str, form: str) -> None:
    """抽取样本并分派复审人。"""
    sample, tasks = workspace.draw_second_reviews(group, size, by=user, seed=seed)
    if form == "jsonl":
        for task in tasks:
            write(asdict(task))
        return
    title = f"第{sample.number}次抽查：第{group}组，{sample.of} 个结论中抽取 {sample.size} 个（种子“{seed}”）"
    show_table(title, ("编号", "单位", "复审人"), [(task.item, task.unit, task.reviewer) for task in tasks])


@second.command()
@user_option
@format_option
@opens_workspace
def tasks(workspace: Workspace, user: str, form: str) -> None:
    """列出待本人复审的事项；原结论在复审之前不显示。"""
    found = workspace.second_tasks(by=user)
    if form == "jsonl":
        for task in found:
            write(asdict(task))
        return
    show_table(f"待复审 {len(found)} 项", ("抽查", "编号", "单位"), [(t.sample, t.item, t.unit) for t in found])


@second.command()
@click.argument("item")
@click.argument("verdict")
@click.option("--opinion", default="", help="审核意见。")
@click.option("--lead-unit", help="合并、列入牵头部门时的牵头单位。")
@click.option("--target-type", help="规范类型时规范后的事项类型。")
@click.option("--target-level", help="下放时下放到的层级。")
@click.option("--overrule", multiple=True, metavar="规则=理由", help="不采纳某条发现及理由，可多次。")
@user_option
@format_option
@opens_workspace
def record(
    workspace: Workspace,
    item: str,
    verdict: str,
    opinion: str,
    lead_unit: str | None,
    target_type: str | None,
    target_level: str | None,
    overrule: tuple[str, ...],
    user: str,
    form: str,
) -> None:
    """记录一个复审结论：ITEM 是事项编号，VERDICT 是结论代码或中文名称。只能记录一次，不改变原结论。"""
    code = code_of(verdict)
    answers = [overruled(text) for text in overrule]
    done = workspace.record_second(
        item,
        code,
        opinion,
        by=user,
        answers=answers,
        lead_unit=lead_unit,
        target_type=target_type,
        target_level=target_level,
    )
    if form == "jsonl":
        write({"sample": done.sample, "item": item, "verdict": code, "by": user, "at": done.at})
    else:
        click.echo(f"已记录复审结论：{item} {VERDICTS[code]}（第{done.sample}次抽查，{shown_moment(done.at)}）。")


@second.command()
@group_option
@format_option
@opens_workspace
def agreement(workspace: Workspace, group: int | None, form: str) -> None:
    """各组初审与复审的一致程度（Cohen's kappa，95% 置信区间），并列出不一致的结论。"""
    figures = workspace.agreement(group)
    reviews = workspace.second_reviews(group)
    apart = reviews[~reviews["agree"].astype(bool)]
    if form == "jsonl":
        for frame in (figures, apart):
            for line in frame.astype(object).where(frame.notna(), None).to_dict("records"):
                write({str(key): value for key, value in line.items()})
        return
    columns = ("组", "抽取", "已复审", "一致", "一致率", "kappa", "95% 置信区间")
    show_table("初审与复审的一致程度", columns, map(_figures, figures.itertuples(index=False)))
    if (figures["done"] < _FEW).any():
        click.echo(f"已复审不足 {_FEW} 个的组，置信区间只供参考。")
    shown = ["unit", "item", "first_by", "first_verdict", "second_by", "second_verdict", "second_opinion"]
    headings = ("单位", "编号", "初审人", "初审结论", "复审人", "复审结论", "复审意见")
    show_table(f"不一致 {len(apart)} 个", headings, apart[shown].itertuples(index=False))


def _figures(line: tuple[Any, ...]) -> tuple[object, ...]:
    group, drawn, done, agreed, share, kappa, low, high = line
    if pd.isna(kappa):
        return group, drawn, done, agreed, "" if pd.isna(share) else f"{share:.0%}", "不能计算", ""
    return group, drawn, done, agreed, f"{share:.0%}", f"{kappa:.2f}", f"{low:.2f} 至 {high:.2f}"
