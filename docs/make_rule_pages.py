"""Writes the rule book for people: one page a topic in ``docs/rules/``, from the rules themselves.

    python docs/make_rule_pages.py

A test compares the pages with the rules, so that they cannot fall behind.
"""

from collections.abc import Iterator
from pathlib import Path

from workbench.checks import CERTAINTY_NAMES, LISTS, RULES, TOPICS, Rule, asking_for, parts_of, topic_of
from workbench.records import VERDICTS

FOLDER = Path(__file__).parent / "rules"
PARTS = {"Example": "例", "Remedy": "怎样改"}


def section(rule: Rule) -> Iterator[str]:
    """The section on one rule."""
    summary, parts = parts_of(rule)
    first = f"（先显示为{rule.shown_first}）" if rule.shown_first else ""
    yield f"## {rule.code} {rule.name}\n"
    yield f"{summary}\n"
    yield f"- 条款：{rule.clause}。“{rule.quote}”"
    yield f"- 级别：{rule.severity}{first}；{CERTAINTY_NAMES[rule.certainty]}；建议结论：{VERDICTS[rule.verdict]}"
    if rule.needs:
        yield f"- 所需清单：{'、'.join(rule.needs)}（未导入时为“未检查”，不算通过）"
    yield from (f"- {word}：{parts[name]}" for name, word in PARTS.items() if name in parts)
    yield ""


def pages() -> dict[str, str]:
    """File name -> page, for every topic and the list of all rules."""
    built = {}
    for topic, title in TOPICS.items():
        rules = [rule for rule in RULES if topic_of(rule) == topic]
        lines = [f"# {title}（{len(rules)} 条）\n", *(line for rule in rules for line in section(rule))]
        built[f"{topic}.md"] = "\n".join(lines)
    return {"README.md": "\n".join(index()), **built}


def index() -> Iterator[str]:
    """The list of all rules, and the reference lists with who asks for them."""
    yield f"# 规则手册（{len(RULES)} 条）\n"
    yield "由规则本身生成：`python docs/make_rule_pages.py`。违规：文字可以证明；存疑：需要判断；提示：写法建议。\n"
    yield "| 规则 | 名称 | 条款 | 级别 |\n|---|---|---|---|"
    for rule in RULES:
        link = f"[{rule.code}]({topic_of(rule)}.md#{rule.code.lower()}-{rule.name})"
        yield f"| {link} | {rule.name} | {rule.clause} | {rule.shown_first or rule.severity} |"
    yield "\n## 参考清单\n\n| 清单 | 内容 | 用它的规则 |\n|---|---|---|"
    for each in LISTS:
        yield f"| {each.name} | {each.about} | {'、'.join(asking_for(each.name))} |"
    yield ""


def main() -> None:
    """Write all pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
