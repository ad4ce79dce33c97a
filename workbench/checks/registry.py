"""The one ordered list of rules: topic after topic, each in the order of the rule book."""

from workbench.checks import (
    agency,
    basis,
    code,
    duplicate,
    fee,
    flow,
    form,
    guide,
    intermediary,
    level,
    material,
    name,
    remark,
    scope,
    time,
    type,  # noqa: A004 - the topic of TYPE-*
    unify,
    workflow,
)
from workbench.checks.lists import LISTS
from workbench.checks.rule import Rule

#: Every rule that is built.
RULES: tuple[Rule, ...] = (
    *scope.RULES,
    *type.RULES,
    *name.RULES,
    *basis.RULES,
    *agency.RULES,
    *level.RULES,
    *remark.RULES,
    *form.RULES,
    *duplicate.RULES,
    *unify.RULES,
    *guide.RULES,
    *time.RULES,
    *code.RULES,
    *flow.RULES,
    *material.RULES,
    *intermediary.RULES,
    *fee.RULES,
    *workflow.RULES,
)

_BY_CODE = {code: rule for rule in RULES for code in (rule.code, *rule.aliases)}


def by_code(code: str) -> Rule | None:
    """The rule with this code or former code."""
    return _BY_CODE.get(code)


def asking_for(name: str) -> tuple[str, ...]:
    """Codes of the rules that need the reference list of this name, or judge more exactly with it."""
    sharpened = {code for each in LISTS if each.name == name for code in each.sharpens}
    return tuple(rule.code for rule in RULES if name in rule.needs or rule.code in sharpened)
