"""Rules on the five legal types (事项类型)."""

from workbench.checks.rule import Rule
from workbench.checks.type import (
    type_confirm_form,
    type_grant_form,
    type_levy_kind,
    type_levy_servicefee,
    type_permit_3,
    type_term,
)

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    type_term.RULE,
    type_permit_3.RULE,
    type_levy_servicefee.RULE,
    type_levy_kind.RULE,
    type_confirm_form.RULE,
    type_grant_form.RULE,
)

__all__ = ["RULES"]
