"""``workbench demo [DIR]``: a fresh workspace with realistic submissions, served."""

import secrets
from pathlib import Path

import click

from workbench import assignments
from workbench.cli.bar import progress_bar
from workbench.cli.lines import show_table
from workbench.cli.options import fail, says_faults, workspace_option
from workbench.cli.serve import start
from workbench.records import ROLE_NAMES
from workbench.review import Workspace, open_workspace
from workbench.sample import write_sample

PASSWORD_FILE = "demo-password.txt"  # noqa: S105 - the name of a file


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="demo")
@click.option("--matters", type=click.IntRange(58, 1_000_000), default=10_000, help="样例事项总数。")
@click.option("--seed", type=int, default=2017, help="随机种子。")
@click.option("--port", type=click.IntRange(1, 65535), default=8866, help="端口。")
@click.option("--serve/--no-serve", "served", default=True, help="建好后是否打开审核界面。")
@workspace_option
@says_faults
def demo(folder: Path, matters: int, seed: int, port: int, served: bool, workspace: Path | None) -> None:
    """新建演示工作区：58 个单位的样例报送，读取、检查、比对，并打开审核界面。已建过的直接打开。"""
    folder = workspace or folder
    made = (folder / "group_assignments.yml").is_file()
    opened = open_workspace(folder) if made else _make(folder, matters, seed)
    _introduce(opened)
    if served:
        start(opened, port)


def _make(folder: Path, matters: int, seed: int) -> Workspace:
    """A new workspace in ``folder``, which must be empty or absent."""
    if folder.exists() and any(folder.iterdir()):
        fail(f"“{folder}”不是空文件夹，也不是工作区。请换一个文件夹，以免覆盖其中的文件。")
    folder.mkdir(parents=True, exist_ok=True)
    submissions = folder / "data" / "submissions"
    submissions.mkdir(parents=True)
    with progress_bar() as report:
        write_sample(submissions, matters, seed, lambda done, of: report("生成样例", done, of))
        (folder / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
        workspace = open_workspace(folder)
        lines = workspace.intake(report=report)
    _set_passwords(workspace)
    rows, findings = sum(line.rows for line in lines), sum(line.findings for line in lines)
    click.echo(f"已读取 {len(lines)} 份目录、{rows} 项事项，发现 {findings} 处问题。")
    return workspace


def _set_passwords(workspace: Workspace) -> None:
    """One random password for all users of the demo, kept in a file that only the owner reads."""
    password = secrets.token_urlsafe(9)
    kept = workspace.path / PASSWORD_FILE
    kept.touch(mode=0o600)
    kept.write_text(password + "\n", encoding="utf-8")
    for reviewer in workspace.assignments.reviewers:
        workspace.store.set_password(reviewer.user, password)


def _introduce(workspace: Workspace) -> None:
    """Say how to sign in."""
    rows = [(r.user, r.name, ROLE_NAMES[r.role], r.group) for r in workspace.assignments.reviewers]
    show_table("登录用户", ("用户", "姓名", "角色", "组"), rows)
    kept = workspace.path / PASSWORD_FILE
    if kept.is_file():
        password = kept.read_text(encoding="utf-8").strip()
        click.echo(f"以上用户的密码均为：{password}（保存在 {kept}）。例如以 group2 登录第二组。")
