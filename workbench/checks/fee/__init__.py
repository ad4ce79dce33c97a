"""Rules on fees (收费)."""

from workbench.checks.fee import fee_basis, fee_conflict, fee_standard, fee_yn
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    fee_yn.RULE,
    fee_standard.RULE,
    fee_basis.RULE,
    fee_conflict.RULE,
)

__all__ = ["RULES"]
