"""Says that something is wrong, with the clause: one check a file, one list, one runner."""

from workbench.checks.agencies import levels
from workbench.checks.cases import InvalidCase, read_case, told, with_pairs
from workbench.checks.item import Context, Item, ListEntry, RowPair
from workbench.checks.lists import LISTS, STATUTE_LIST, ReferenceList, list_named
from workbench.checks.pages import CERTAINTY_NAMES, TOPICS, page, parts_of, topic_of
from workbench.checks.registry import RULES, asking_for, by_code
from workbench.checks.rule import Rule
from workbench.checks.runner import Outcome, run
from workbench.checks.workflow.deadlines import STAGES, Stage

__all__ = [
    "CERTAINTY_NAMES",
    "LISTS",
    "RULES",
    "STAGES",
    "STATUTE_LIST",
    "TOPICS",
    "Context",
    "InvalidCase",
    "Item",
    "ListEntry",
    "Outcome",
    "ReferenceList",
    "RowPair",
    "Rule",
    "Stage",
    "asking_for",
    "by_code",
    "levels",
    "list_named",
    "page",
    "parts_of",
    "read_case",
    "run",
    "told",
    "topic_of",
    "with_pairs",
]
