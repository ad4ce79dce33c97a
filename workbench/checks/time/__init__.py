"""Rules on time limits (办结时限)."""

from workbench.checks.rule import Rule
from workbench.checks.time import time_instant, time_less, time_squeeze, time_unit

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    time_less.RULE,
    time_unit.RULE,
    time_squeeze.RULE,
    time_instant.RULE,
)

__all__ = ["RULES"]
