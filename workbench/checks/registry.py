"""The one ordered list of rules. A test compares it with the files of this folder."""

from workbench.checks import basis
from workbench.checks.name import name_levy
from workbench.checks.rule import Rule

#: Every rule that is built, in the order of the rule book.
RULES: tuple[Rule, ...] = (name_levy.RULE, *basis.RULES)

_BY_CODE = {code: rule for rule in RULES for code in (rule.code, *rule.aliases)}


def by_code(code: str) -> Rule | None:
    """The rule with this code or former code."""
    return _BY_CODE.get(code)
