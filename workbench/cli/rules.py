"""``workbench rules [CODE]``: the rule book."""

import click

from workbench import checks
from workbench.cli.lines import show_table, write
from workbench.cli.options import fail, format_option, workspace_option

COLUMNS = ("规则", "名称", "依据", "级别", "判断", "所需清单")
CERTAINTY = {"certain": "可自动确定", "heuristic": "启发式", "human": "需人工"}


@click.command()
@click.argument("code", required=False)
@format_option
@workspace_option
def rules(code: str | None, form: str, workspace: object) -> None:
    """规则清单；给出规则代码时显示该规则的条款、原文和说明。"""
    del workspace
    if code is not None:
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
