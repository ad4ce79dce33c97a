"""Rules on one matter told alike everywhere (五统一)."""

from workbench.checks.rule import Rule
from workbench.checks.unify import (
    unify_basis,
    unify_code,
    unify_common,
    unify_material,
    unify_name,
    unify_type,
)

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    unify_name.RULE,
    unify_type.RULE,
    unify_basis.RULE,
    unify_code.RULE,
    unify_material.RULE,
    unify_common.RULE,
)

__all__ = ["RULES"]
