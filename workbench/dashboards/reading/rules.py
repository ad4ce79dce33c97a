"""One rule as its page shows it."""

from collections.abc import Iterable, Iterator
from typing import Any

from workbench import checks
from workbench.assignments import Assignments
from workbench.dashboards.reading.events import shown_time, who
from workbench.dashboards.reading.tones import SEVERITY_TONES
from workbench.dashboards.state.rules import RuleLine
from workbench.records import VERDICTS, RuleSetting
from workbench.review import References


def read_rule(line: RuleLine, references: References) -> dict[str, Any]:
    """Values for the template ``rule.html.j2``."""
    rule = line.rule
    summary, parts = checks.parts_of(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "topic": checks.TOPICS[checks.topic_of(rule)],
        "clause": rule.clause,
        "quote": rule.quote,
        "summary": summary,
        "example": _sentence(parts.get("Example", "")),
        "remedy": _sentence(parts.get("Remedy", "")),
        "level": str(line.level),
        "tone": SEVERITY_TONES[line.level],
        "confirmed": str(rule.severity),
        "certainty": checks.CERTAINTY_NAMES[rule.certainty],
        "verdict": VERDICTS[rule.verdict],
        "found": line.found,
        "answered": line.answered,
        "overruled": line.overruled,
        "share": line.share,
        "missing": line.missing,
        "unchecked": line.unchecked,
        "lists": list(_lists(rule, references)),
    }


def _sentence(text: str) -> str:
    """A docstring's sentence as it is printed in Chinese."""
    return f"{text[:-1]}。" if text.endswith(".") else text


def setting_lines(settings: Iterable[RuleSetting], assignments: Assignments) -> list[dict[str, str]]:
    """A rule's settings in words: what, by whom, when and why."""
    return [
        {"what": _what(each), "who": who(each.by, assignments), "when": shown_time(each.at), "why": each.reason}
        for each in settings
    ]


def _what(setting: RuleSetting) -> str:
    if setting.off:
        return "停用"
    return f"改为“{setting.severity}”级" if setting.severity else "恢复为规则手册的设置"


def _lists(rule: checks.Rule, references: References) -> Iterator[dict[str, Any]]:
    """The lists that a rule needs, or judges more exactly with, each with the files that are loaded."""
    for each in checks.LISTS:
        if rule.code in checks.asking_for(each.name):
            files = [file for file in references.files if file.name == each.name]
            yield {
                "name": each.name,
                "about": each.about,
                "needed": each.name in rule.needs,
                "loaded": references.has(each.name),
                "files": files,
            }
