"""Rules on the process and the order of matters (办理流程、前置)."""

from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = ()

__all__ = ["RULES"]
