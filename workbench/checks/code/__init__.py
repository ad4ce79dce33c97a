"""Rules on codes (基本编码、实施编码)."""

from workbench.checks.code import code_basic, code_impl
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    code_basic.RULE,
    code_impl.RULE,
)

__all__ = ["RULES"]
