"""Rules on remarks (备注)."""

from workbench.checks.remark import (
    remark_adjust,
    remark_adjust_permit,
    remark_offline,
    remark_secret,
)
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    remark_adjust.RULE,
    remark_adjust_permit.RULE,
    remark_secret.RULE,
    remark_offline.RULE,
)

__all__ = ["RULES"]
