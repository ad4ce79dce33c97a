"""Rules on intermediary services (中介服务)."""

from workbench.checks.intermediary import med_basis, med_list, med_undeclared
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    med_list.RULE,
    med_basis.RULE,
    med_undeclared.RULE,
)

__all__ = ["RULES"]
