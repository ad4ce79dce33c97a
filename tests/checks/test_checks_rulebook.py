"""The list of rules against the folder, the docstrings, the verdicts and the cases."""

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import workbench.checks
from workbench.checks import RULES, Rule, page, parts_of
from workbench.checks.precedence_table import TABLE
from workbench.records import VERDICTS

FOLDER = Path(workbench.checks.__file__).parent
CASES = Path(__file__).parent / "cases"
TOPICS = (
    "scope", "type", "name", "basis", "agency", "level", "remark", "form", "duplicate", "unify", "guide", "time", "code",
    "flow", "material", "intermediary", "fee", "workflow",
)  # fmt: skip
PREFIX = {"duplicate": "dup", "material": "mat", "intermediary": "med", "workflow": "wf"}
CODE = re.compile(r"[A-Z]+(?:-[A-Z0-9]+)+")
SCOPES = {"row", "sheet", "rows", "guide", "guides", "meta"}

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def _module_name(rule: Rule) -> str:
    return rule.check.__name__


def _topic(name: str) -> ModuleType:
    return importlib.import_module(f"workbench.checks.{name}")


@pytest.mark.parametrize("topic", TOPICS)
def test_topic_lists_each_rule_file_once(topic: str) -> None:
    """Every rule file of a topic is in the topic's list exactly once, and nothing else is."""
    prefix = PREFIX.get(topic, topic)
    files = sorted(file.stem for file in (FOLDER / topic).glob(f"{prefix}_*.py"))
    assert sorted(_module_name(rule) for rule in _topic(topic).RULES) == files


def test_registry_is_the_topics_one_after_the_other() -> None:
    """The registry holds the topics' lists in order, and no topic folder is left out."""
    assert list(RULES) == [rule for topic in TOPICS for rule in _topic(topic).RULES]
    assert sorted(TOPICS) == sorted(file.parent.name for file in FOLDER.glob("*/__init__.py"))


def test_codes_are_unique() -> None:
    """No code, current or former, belongs to two rules."""
    codes = [code for rule in RULES for code in (rule.code, *rule.aliases)]
    assert sorted(set(codes)) == sorted(codes)


@each_rule
def test_file_function_and_code_agree(rule: Rule) -> None:
    """File, function and code are one name, and the file's RULE is the one in the list."""
    name = rule.code.lower().replace("-", "_")
    assert CODE.fullmatch(rule.code)
    assert rule.check.__name__ == name
    assert rule.check.__module__.rpartition(".")[2] == name
    assert importlib.import_module(rule.check.__module__).RULE is rule


@each_rule
def test_docstring_has_its_parts(rule: Rule) -> None:
    """The docstring has a summary and What, Why, Example and Remedy, in this order, none of them empty."""
    summary, parts = parts_of(rule)
    assert summary.endswith("。")
    assert list(parts) == ["What", "Why", "Example", "Remedy"]
    assert all(text.strip() for text in parts.values())


@each_rule
def test_rule_names_its_ground(rule: Rule) -> None:
    """Name, clause and quote are there, the verdict is one of the vocabulary, and the scopes are known."""
    assert rule.name
    assert rule.clause
    assert rule.quote
    assert rule.verdict in VERDICTS
    assert rule.scopes
    assert set(rule.scopes) <= SCOPES
    assert len(set(rule.scopes)) == len(rule.scopes)


@each_rule
def test_rule_has_failing_and_passing_cases(rule: Rule) -> None:
    """Each rule has a case file under its topic with a case that it hits and one that it passes."""
    topic = rule.check.__module__.split(".")[2]
    folder = CASES / topic
    cases = yaml.safe_load((folder / f"{_module_name(rule)}.yml").read_text(encoding="utf-8"))
    assert {bool(case["findings"]) for case in cases} == {True, False}
    assert len({case["name"] for case in cases}) == len(cases)


def test_every_case_file_belongs_to_a_rule() -> None:
    """No case file is left over from a rule that is gone."""
    files = {file.stem for file in CASES.glob("*/*.yml")}
    assert files == {_module_name(rule) for rule in RULES}


@each_rule
def test_page_tells_everything(rule: Rule) -> None:
    """The page for people gives code, name, clause, quote, severity and the verdict's Chinese name."""
    text = page(rule)
    for part in (rule.code, rule.name, rule.clause, rule.quote, str(rule.severity), VERDICTS[rule.verdict]):
        assert part in text
    for name in rule.needs:
        assert name in text


def test_precedence_names_codes() -> None:
    """Precedence speaks of codes of the right form, never of a rule that silences itself, and always says why."""
    for entry in TABLE:
        assert all(CODE.fullmatch(code) for code in (*entry.when, *entry.silent))
        assert not set(entry.when) & set(entry.silent)
        assert entry.why


def test_precedence_has_no_cycle() -> None:
    """No rule is silenced, through others, by a rule that it silences."""
    silences: dict[str, set[str]] = {}
    for entry in TABLE:
        for code in entry.when:
            silences.setdefault(code, set()).update(entry.silent)

    def reach(code: str, seen: frozenset[str]) -> set[str]:
        found = set(silences.get(code, ())) - seen
        return found.union(*(reach(other, seen | found) for other in found))

    assert [code for code in silences if code in reach(code, frozenset())] == []
