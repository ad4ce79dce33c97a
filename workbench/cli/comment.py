"""``workbench comment ITEM [TEXT]``: what reviewers say to each other about an item."""

import click

from workbench.cli.lines import show_table, write
from workbench.cli.options import Workspace, format_option, opens_workspace
from workbench.records import shown_moment

_KEYS = ("number", "item", "by", "role", "group", "at", "text")


@click.command()
@click.argument("item")
@click.argument("text", required=False)
@click.option("--as", "user", required=True, help="用户（group_assignments.yml 中的用户）。")
@format_option
@opens_workspace
def comment(workspace: Workspace, item: str, text: str | None, user: str, form: str) -> None:
    """查看或填写留言：ITEM 是事项、指南、疑似重复（P-）或重复组（C-）的编号；写了 TEXT 就追加一条，有关各组都能看到。"""
    if text is not None:
        workspace.comment(item, text, by=user)
    found = workspace.comments_on(item, by=user)
    if form == "jsonl":
        for each in found:
            write({key: getattr(each, key) for key in _KEYS})
        return
    rows = [(shown_moment(each.at), each.by, each.group or "", each.text) for each in found]
    show_table(f"{item} 的留言 {len(found)} 条", ("时间", "留言人", "组", "内容"), rows)
