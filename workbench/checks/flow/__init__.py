"""Rules on the process and the order of matters (办理流程、前置)."""

from workbench.checks.flow import flow_lead, flow_merge, flow_mutual, flow_parallel, flow_steps, flow_supplement
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    flow_lead.RULE,
    flow_merge.RULE,
    flow_parallel.RULE,
    flow_mutual.RULE,
    flow_supplement.RULE,
    flow_steps.RULE,
)

__all__ = ["RULES"]
