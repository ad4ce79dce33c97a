"""What a workspace's texts are judged by: its reference lists, its own words and statutes, and its settings of rules."""

from abc import ABC, abstractmethod
from dataclasses import replace
from pathlib import Path

from workbench import checks, citations
from workbench.assignments import Assignments
from workbench.records import Problem, Severity
from workbench.review import references, word_tables
from workbench.store import Store, StoreProblem

#: The folder of the lists in a workspace.
REFERENCE_FOLDER = Path("data", "reference")


class Referring(ABC):
    """A part of :class:`workbench.review.Workspace`."""

    path: Path
    assignments: Assignments

    @property
    @abstractmethod
    def store(self) -> Store:
        """The workspace's store."""

    @property
    def reference_folder(self) -> Path:
        """Where the reference lists are."""
        return self.path / REFERENCE_FOLDER

    @property
    def words_folder(self) -> Path:
        """Where the workspace's own tables of synonyms and contrasts are."""
        return self.reference_folder / word_tables.FOLDER

    @property
    def references(self) -> references.References:
        """The reference lists that are loaded now."""
        return references.load(self.reference_folder)

    @property
    def context(self) -> checks.Context:
        """What checks may ask: the reference lists that are loaded, the units' standard names, settings and words."""
        settings = {setting.rule: setting for setting in self.store.rule_settings()}
        return replace(self.plain_context, settings=settings)

    @property
    def plain_context(self) -> checks.Context:
        """The same by the rule book's own settings: the database is not asked."""
        loaded = self.references
        words = word_tables.stamp(self.words_folder)
        return checks.Context(loaded.lists, self.assignments.full_names(), words=words, statutes=loaded.stamp)

    def use_tables(self) -> None:
        """Read names and bases with the workspace's own words and statutes in this process from now on.

        Raises:
            StoreProblem: a table of words cannot be read.
        """
        citations.use_statutes(self.references.statutes)
        word_tables.use(self.words_folder)

    def set_rule(self, code: str, *, by: str, reason: str, off: bool = False, severity: Severity | None = None) -> None:
        """Switch a rule off, set its level, or (with neither) take it back to the rule book; intake checks again.

        Raises:
            StoreProblem: there is no such rule.
            NotAllowed: the user is not an administrator.
            Refused: there is no reason.
        """
        rule = checks.by_code(code)
        if rule is None:
            raise StoreProblem(f"没有规则“{code}”。执行 workbench rules 查看全部规则。")
        self.store.set_rule(rule.code, by, reason, off=off, severity=severity)


def use_statutes_of(workspace: Path) -> tuple[Problem, ...]:
    """Read bases with the statutes of a folder's list, without opening it as a workspace; what could not be read."""
    loaded = references.load(workspace / REFERENCE_FOLDER, checks.STATUTE_LIST)
    citations.use_statutes(loaded.statutes)
    return loaded.problems
