"""``workbench relink ITEM [EARLIER]``: links an item by hand with the round before, or a guide with its row."""

import click

from workbench.cli.lines import write
from workbench.cli.options import Workspace, fail, format_option, opens_workspace


@click.command()
@click.argument("item")
@click.argument("earlier", required=False)
@click.option("--none", "nothing", is_flag=True, help="该事项是新事项；该指南不对应任何目录事项。")
@click.option("--as", "user", required=True, help="审核人（group_assignments.yml 中的用户）。")
@click.option("--reason", required=True, help="为什么这样对应。")
@format_option
@opens_workspace
def relink(
    workspace: Workspace, item: str, earlier: str | None, nothing: bool, user: str, reason: str, form: str
) -> None:
    """人工对应：ITEM 是本轮事项或指南的编号，EARLIER 是上一轮的同一事项（指南也可写目录事项编号）。"""
    if (earlier is None) != nothing:
        fail("请写明对应的编号，或用 --none 说明没有对应的事项，二者只写一个。")
    done = workspace.relink(item, earlier, by=user, reason=reason)
    if form == "jsonl":
        write({name: getattr(done, name) for name in ("item", "target", "by", "at", "reason", "given")})
    else:
        click.echo(_told(done.item, done.target, done.given))


def _told(item: str, target: str | None, given: str | None) -> str:
    """What was done, in a sentence."""
    if item.startswith("G-"):
        return f"已把指南 {item} 对应到 {target}。" if target else f"已注明指南 {item} 不对应任何目录事项。"
    if target is None:
        return f"已注明 {item} 是新事项，新编号为 {given}。"
    moved = f"原来使用该编号的行改用 {given}。" if given else ""
    return f"已把 {item} 对应到上一轮的 {target}，今后编号为 {target}，结论和历史随之沿用。{moved}"
