"""``workbench publish``: the public catalogues, and what changed since the last export."""

import click

from workbench.cli.lines import tell_file
from workbench.cli.options import Workspace, format_option, opens_workspace


@click.command()
@format_option
@opens_workspace
def publish(workspace: Workspace, form: str) -> None:
    """公布目录：各单位目录和合并的省政务服务事项目录，写入 data/published/，并列出与上次公布的差异。"""
    done = workspace.publish()
    for path in done.paths:
        tell_file(path, form, f"已写出：{path}")
    if form == "jsonl":
        return
    click.echo(
        f"第 {done.number} 次公布：{done.matters} 项；未通过或者修改后尚待审核 {done.waiting} 项，涉密不公布 {done.secret} 项。"
    )
    if done.changes:
        click.echo("与上次公布相比：" + "，".join(f"{kind} {count} 项" for kind, count in done.changes.items()) + "。")
