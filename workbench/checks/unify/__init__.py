"""Rules on one matter told alike everywhere (五统一)."""

from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = ()

__all__ = ["RULES"]
