"""Rules on levels (层级和部门)."""

from workbench.checks.level import (
    level_basis,
    level_city_only,
    level_division_clear,
    level_required,
)
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    level_required.RULE,
    level_city_only.RULE,
    level_basis.RULE,
    level_division_clear.RULE,
)

__all__ = ["RULES"]
