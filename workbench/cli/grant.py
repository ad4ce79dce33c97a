"""``workbench grant``: the accounts of a PostgreSQL server, from ``group_assignments.yml``."""

import click

from workbench.cli.lines import show_table, write
from workbench.cli.options import Workspace, format_option, opens_workspace
from workbench.records import ROLE_NAMES


@click.command()
@click.option("--renew", multiple=True, metavar="用户", help="为该用户更换数据库密码，可多次。")
@click.option("--server", help="让这个数据库用户运行工作台服务（须已由数据库管理员建立），不更新个人账号。")
@format_option
@opens_workspace
def grant(workspace: Workspace, renew: tuple[str, ...], server: str | None, form: str) -> None:
    """按 group_assignments.yml 建立或更新 PostgreSQL 账号：每人一个，权限由数据库行级策略执行。

    须用数据表所有者的地址执行（--database）。名单变动、软件升级之后都要再执行一次。新账号的密码只显示这一次。
    """
    if server:
        workspace.store.grant(server, writes=True)
        click.echo(f"数据库用户“{server}”可以运行工作台服务了。")
        return
    accounts = workspace.store.grant_accounts(renew)
    if form == "jsonl":
        for each in accounts:
            write({"login": each.login, "user": each.user, "role": str(each.role), "password": each.password})
        return
    rows = [(each.login, each.user, ROLE_NAMES[each.role], each.password or "（未变）") for each in accounts]
    show_table("数据库账号", ["数据库用户", "用户", "角色", "密码"], rows)
    click.echo("密码只显示这一次，请分别告知本人。")
