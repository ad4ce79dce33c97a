"""The rule book for people: one page a rule, from its clause, quote and docstring."""

import inspect

from workbench.checks.rule import Rule
from workbench.records import VERDICTS

_PARTS = ("What", "Why", "Example", "Remedy")
#: Parts that people read: what and why are said in Chinese by the first line, the clause and the quote.
_SHOWN = {"Example": "例", "Remedy": "怎样改"}


def page(rule: Rule) -> str:
    """The rule's page in plain text."""
    summary, parts = parts_of(rule)
    first = f"（先显示为{rule.shown_first}）" if rule.shown_first else ""
    lines = [
        f"{rule.code} {rule.name}",
        summary,
        "",
        f"条款：{rule.clause}",
        f"原文：“{rule.quote}”",
        f"级别：{rule.severity}{first}　建议结论：{VERDICTS[rule.verdict]}",
        *([f"所需清单：{'、'.join(rule.needs)}（未导入时为“未检查”）"] if rule.needs else []),
        "",
        *(f"{word}：{parts[name]}" for name, word in _SHOWN.items() if name in parts),
    ]
    return "\n".join(lines)


def parts_of(rule: Rule) -> tuple[str, dict[str, str]]:
    """The docstring's first line, and its parts What, Why, Example and Remedy."""
    doc = inspect.getdoc(rule.check) or ""
    summary, _, body = doc.partition("\n")
    parts: dict[str, str] = {}
    current = ""
    for line in body.splitlines():
        name, colon, rest = line.partition(":")
        if colon and name in _PARTS:
            current = name
            parts[current] = rest.strip()
        elif current and line.strip():
            parts[current] += " " + line.strip()
    return summary, parts
