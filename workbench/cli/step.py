"""``workbench step UNIT STEP``: takes a step of the review chain."""

import click

from workbench.cli.lines import write
from workbench.cli.options import Workspace, fail, format_option, opens_workspace
from workbench.records import STAGE_NAMES, STEPS, Stage, shown_moment

_NAMES = {step.name: step.code for step in STEPS}


@click.command()
@click.argument("unit")
@click.argument("step")
@click.option("--kind", help="目录种类（省目录、市设目录、部门目录）或办事指南；该单位只报送了一种时可省略。")
@click.option("--as", "user", required=True, help="办理人（group_assignments.yml 中的用户）。")
@click.option("--reason", default="", help="理由；退回审核组、转入复核、重新打开、移交时必填。")
@click.option("--to", "receiver", help="移交给谁（本组的组员或组长）。")
@click.option("--revision", type=int, help="办理时该流转已有的步数；与库中不符则不写入。")
@format_option
@opens_workspace
def step(
    workspace: Workspace,
    unit: str,
    step: str,
    kind: str | None,
    user: str,
    reason: str,
    receiver: str | None,
    revision: int | None,
    form: str,
) -> None:
    """办理一步流转：STEP 是 to_legality（送合法性审查）、send_back、return（反馈）、revise、recheck、reopen、hand_over 之一，或其中文名称。"""
    move = workspace.take_step(
        unit,
        kind or _only_kind(workspace, unit),
        _NAMES.get(step, step),
        by=user,
        reason=reason,
        receiver=receiver,
        revision=revision,
    )
    if form == "jsonl":
        write({name: getattr(move, name) for name in ("event", "item", "step", "stage", "revision", "at", "note")})
        return
    click.echo(
        f"已办理：{move.item} 现在{STAGE_NAMES[Stage(move.stage)]}阶段（第{move.event}号流转记录，{shown_moment(move.at)}）。"
    )
    if move.note:
        click.echo(f"注意：{move.note}")


def _only_kind(workspace: Workspace, unit: str) -> str:
    """The kind of the one chain that the unit has."""
    kinds = list(workspace.chain(unit=unit)["kind"])
    if len(kinds) != 1:
        said = f"“{unit}”报送了{'、'.join(kinds)}" if kinds else f"“{unit}”没有报送"
        fail(f"{said}，请用 --kind 指明办理哪一种。")
    return str(kinds[0])
