"""``workbench doctor``: what is missing on this machine and how to get it."""

import os
import sys
from pathlib import Path

import click

from workbench.cli.lines import write
from workbench.cli.options import WRONG, database_option, format_option, workspace_option
from workbench.cli.symptom import Symptom
from workbench.cli.symptoms import machine, workspace_symptoms

MARKS = {True: "正常", False: "有问题", None: "提示"}


@click.command()
@click.option("--verify", is_flag=True, help="逐条核验审核记录的哈希链。")
@format_option
@workspace_option
@database_option
def doctor(verify: bool, form: str, workspace: Path | None, database: str | None) -> None:
    """检查本机和工作区：缺什么、怎样补。"""
    folder = Path(workspace or os.environ.get("WORKBENCH_WORKSPACE") or ".")
    symptoms = [*machine(), *workspace_symptoms(folder, database, verify=verify)]
    for symptom in symptoms:
        _show(symptom, form)
    if any(symptom.ok is False for symptom in symptoms):
        sys.exit(WRONG)


def _show(symptom: Symptom, form: str) -> None:
    if form == "jsonl":
        write({"check": symptom.check, "ok": symptom.ok, "message": symptom.message, "remedy": symptom.remedy})
        return
    click.echo(f"[{MARKS[symptom.ok]}] {symptom.check}：{symptom.message}")
    if symptom.remedy:
        click.echo(f"        办法：{symptom.remedy}")
