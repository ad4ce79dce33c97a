"""``workbench user``: accounts for signing in."""

import click

from workbench.cli.options import Workspace, opens_workspace
from workbench.records import ROLE_NAMES


@click.group()
def user() -> None:
    """登录账号。"""


@user.command("password")
@click.argument("name")
@click.option("--password", prompt="新密码", hide_input=True, confirmation_prompt="再输一次")
@opens_workspace
def set_password(workspace: Workspace, name: str, password: str) -> None:
    """设置用户的登录密码。"""
    reviewer = workspace.reviewer(name)
    workspace.store.set_password(reviewer.user, password)
    click.echo(f"已设置 {reviewer.user}（{ROLE_NAMES[reviewer.role]}）的密码。")
