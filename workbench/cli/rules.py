"""``workbench rules [CODE]``: the rule book."""

from pathlib import Path

import click
import pandas as pd

from workbench import checks
from workbench.cli.lines import show_table, write
from workbench.cli.options import database_option, fail, format_option, says_faults, workspace_option
from workbench.records import Severity
from workbench.review import open_workspace

COLUMNS = ("规则", "名称", "依据", "级别", "判断", "所需清单")
CERTAINTY = {"certain": "可自动确定", "heuristic": "启发式", "human": "需人工"}


@click.command()
@click.argument("code", required=False)
@click.option("--off", is_flag=True, help="停用该规则。")
@click.option("--level", type=click.Choice([str(each) for each in Severity]), help="改变该规则的级别。")
@click.option("--restore", is_flag=True, help="恢复为规则手册的设置。")
@click.option("--as", "by", help="以哪个用户的名义更改（管理员）。")
@click.option("--reason", help="更改的理由。")
@click.option("--overruled", is_flag=True, help="列出每条规则被审核人员不采纳的比例。")
@format_option
@workspace_option
@database_option
@says_faults
def rules(
    code: str | None,
    off: bool,
    level: str | None,
    restore: bool,
    by: str | None,
    reason: str | None,
    overruled: bool,
    form: str,
    workspace: Path | None,
    database: str | None,
) -> None:
    """规则清单；给出规则代码时显示该规则的条款、原文和说明。管理员可停用规则、改变级别，须写明理由。"""
    if overruled:
        _show_overruled(open_workspace(workspace, database).overruled(), form)
    elif off or level or restore:
        if code is None or by is None or reason is None:
            fail("更改规则设置须写明规则代码、--as 用户和 --reason 理由。")
        chosen = Severity(level) if level and not restore else None
        open_workspace(workspace, database).set_rule(
            code.upper(), by=by, reason=reason, off=off and not restore, severity=chosen
        )
        click.echo(f"已更改规则 {code.upper()} 的设置；下次执行 workbench intake 时按新的设置重新检查。")
    elif code is not None:
        rule = checks.by_code(code.upper())
        if rule is None:
            fail(f"没有规则“{code}”。执行 workbench rules 查看全部规则。")
        if form == "jsonl":
            write(_record(rule))
        else:
            click.echo(checks.page(rule))
    elif form == "jsonl":
        for rule in checks.RULES:
            write(_record(rule))
    else:
        show_table(f"规则 {len(checks.RULES)} 条", COLUMNS, map(_row, checks.RULES))


def _show_overruled(frame: pd.DataFrame, form: str) -> None:
    """The rules whose findings were answered, those overruled most first."""
    if form == "jsonl":
        for record in frame.to_dict("records"):
            write({str(key): value for key, value in record.items()})
    else:
        rows = [(r.rule, r.name, r.answered, r.overruled, f"{r.share:.0%}") for r in frame.itertuples()]
        show_table("审核人员不采纳的发现", ("规则", "名称", "已答复", "不采纳", "比例"), rows)


def _row(rule: checks.Rule) -> tuple[object, ...]:
    return (
        rule.code,
        rule.name,
        rule.clause,
        rule.severity,
        CERTAINTY[rule.certainty],
        "、".join(rule.needs),
    )


def _record(rule: checks.Rule) -> dict[str, object]:
    return {
        "rule": rule.code,
        "name": rule.name,
        "clause": rule.clause,
        "quote": rule.quote,
        "severity": str(rule.severity),
        "shown_first": str(rule.shown_first or rule.severity),
        "certainty": str(rule.certainty),
        "suggested_verdict": rule.verdict,
        "needs": list(rule.needs),
        "page": checks.page(rule),
    }
