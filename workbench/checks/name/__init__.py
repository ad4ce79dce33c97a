"""Rules on names (事项名称)."""

from workbench.checks.name import (
    name_confirm,
    name_frame,
    name_from_basis,
    name_grant,
    name_levy,
    name_one,
    name_parent,
    name_permit_central,
    name_permit_priority,
    name_public,
    name_same,
)
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    name_one.RULE,
    name_from_basis.RULE,
    name_parent.RULE,
    name_frame.RULE,
    name_permit_central.RULE,
    name_permit_priority.RULE,
    name_levy.RULE,
    name_confirm.RULE,
    name_grant.RULE,
    name_public.RULE,
    name_same.RULE,
)

__all__ = ["RULES"]
