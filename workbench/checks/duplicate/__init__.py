"""Rules on duplicates across rows (重复)."""

from workbench.checks.duplicate import dup_joint_lead, dup_prov_city, dup_region, dup_self, dup_subset
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    dup_region.RULE,
    dup_self.RULE,
    dup_joint_lead.RULE,
    dup_prov_city.RULE,
    dup_subset.RULE,
)

__all__ = ["RULES"]
