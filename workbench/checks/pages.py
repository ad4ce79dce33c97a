"""The rule book for people: one page a rule, from its clause, quote and docstring."""

import inspect

from workbench.checks.rule import Rule
from workbench.records import VERDICTS

_PARTS = ("What", "Why", "Example", "Remedy")
#: Folder of a topic's checks -> what the topic is called, in the order of the rule book.
TOPICS = {
    "scope": "事项范围", "type": "事项类型", "name": "事项名称", "basis": "设定依据", "agency": "实施机构",
    "level": "层级和部门", "remark": "备注", "form": "表格式样", "duplicate": "重复", "unify": "五统一",
    "guide": "办事指南要素", "time": "办结时限", "code": "编码", "flow": "办理流程和前置", "material": "申请材料",
    "intermediary": "中介服务", "fee": "收费", "workflow": "报送和审核",
}  # fmt: skip
#: How a rule decides, in words.
CERTAINTY_NAMES = {"certain": "可自动确定", "heuristic": "启发式", "human": "需人工判断"}
#: Parts that people read: what and why are said in Chinese by the first line, the clause and the quote.
_SHOWN = {"Example": "例", "Remedy": "怎样改"}


def topic_of(rule: Rule) -> str:
    """The folder that the rule's check is in: a key of :data:`TOPICS`."""
    return rule.check.__module__.split(".")[2]


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
