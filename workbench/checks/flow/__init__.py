"""Rules on the process and the order of matters (办理流程、前置)."""

from workbench.checks.flow import flow_mutual, flow_parallel
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    flow_parallel.RULE,
    flow_mutual.RULE,
)

__all__ = ["RULES"]
