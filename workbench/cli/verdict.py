"""``workbench verdict ITEM VERDICT``: records one verdict."""

import click

from workbench.cli.lines import write
from workbench.cli.options import Workspace, fail, format_option, opens_workspace
from workbench.records import VERDICTS, Answer, shown_moment


@click.command()
@click.argument("item")
@click.argument("verdict")
@click.option("--opinion", default="", help="审核意见。")
@click.option("--as", "user", required=True, help="审核人（group_assignments.yml 中的用户）。")
@click.option("--revision", type=int, help="作出结论时该事项已有的记录数；与库中不符则不写入。")
@click.option("--lead-unit", help="合并、列入牵头部门时的牵头单位。")
@click.option("--target-type", help="规范类型时规范后的事项类型；也可在意见中写明，如“规范为行政确认”。")
@click.option("--target-level", help="下放时下放到的层级；也可在意见中写明，如“下放至市级”。")
@click.option("--overrule", multiple=True, metavar="规则=理由", help="不采纳某条发现及理由，可多次。")
@format_option
@opens_workspace
def verdict(
    workspace: Workspace,
    item: str,
    verdict: str,
    opinion: str,
    user: str,
    revision: int | None,
    lead_unit: str | None,
    target_type: str | None,
    target_level: str | None,
    overrule: tuple[str, ...],
    form: str,
) -> None:
    """记录一个审核结论：ITEM 是事项编号，VERDICT 是结论代码或中文名称。"""
    code = code_of(verdict)
    answers = [overruled(text) for text in overrule]
    event = workspace.record(
        item,
        code,
        opinion,
        by=user,
        revision=revision,
        answers=answers,
        lead_unit=lead_unit,
        target_type=target_type,
        target_level=target_level,
    )
    if form == "jsonl":
        write({"event": event.event, "item": item, "verdict": code, "revision": event.revision, "at": event.at})
    else:
        click.echo(f"已记录：{item} {VERDICTS[code]}（第{event.event}号记录，{shown_moment(event.at)}）。")


def code_of(text: str) -> str:
    """The verdict's code, also from its Chinese name."""
    names = {name: code for code, name in VERDICTS.items()}
    code = names.get(text, text)
    if code not in VERDICTS:
        choices = "、".join(f"{code}（{name}）" for code, name in VERDICTS.items())
        fail(f"没有“{text}”这种结论。可用：{choices}。")
    return code


def overruled(text: str) -> Answer:
    """A finding that is overruled, with the reason: 规则=理由."""
    rule, _, reason = text.partition("=")
    if not reason.strip():
        fail(f"--overrule 应写作“规则=理由”，现为“{text}”。")
    return Answer(rule.strip(), upheld=False, reason=reason.strip())
