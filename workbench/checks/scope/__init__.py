"""Rules on what belongs into a catalogue (纳入范围)."""

from workbench.checks.rule import Rule
from workbench.checks.scope import (
    scope_amend_law,
    scope_central_missing,
    scope_complete,
    scope_delegate_down,
    scope_js_cancel,
    scope_no_basis,
    scope_other_power,
    scope_permit_state,
    scope_prelim,
    scope_public_facing,
    scope_public_field,
    scope_soe,
    scope_stage5,
    scope_type_5,
)

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    scope_type_5.RULE,
    scope_stage5.RULE,
    scope_other_power.RULE,
    scope_js_cancel.RULE,
    scope_permit_state.RULE,
    scope_no_basis.RULE,
    scope_prelim.RULE,
    scope_amend_law.RULE,
    scope_delegate_down.RULE,
    scope_complete.RULE,
    scope_central_missing.RULE,
    scope_public_facing.RULE,
    scope_public_field.RULE,
    scope_soe.RULE,
)

__all__ = ["RULES"]
