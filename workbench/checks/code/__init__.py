"""Rules on codes (基本编码、实施编码)."""

from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = ()

__all__ = ["RULES"]
