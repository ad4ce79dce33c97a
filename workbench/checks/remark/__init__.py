"""Rules on remarks (备注)."""

from workbench.checks.remark import remark_adjust, remark_adjust_permit
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    remark_adjust.RULE,
    remark_adjust_permit.RULE,
)

__all__ = ["RULES"]
