"""Rules on submission and review (报送和审核)."""

from workbench.checks.rule import Rule
from workbench.checks.workflow import (
    wf_city_chain,
    wf_cityguide_scope,
    wf_consult,
    wf_dept_final,
    wf_dynamic,
    wf_group,
    wf_guide_legality,
    wf_guide_order,
    wf_late,
    wf_missing,
    wf_order,
    wf_publish,
    wf_seal,
    wf_self_review,
)

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    wf_seal.RULE,
    wf_consult.RULE,
    wf_late.RULE,
    wf_order.RULE,
    wf_city_chain.RULE,
    wf_group.RULE,
    wf_self_review.RULE,
    wf_cityguide_scope.RULE,
    wf_publish.RULE,
    wf_dept_final.RULE,
    wf_dynamic.RULE,
    wf_missing.RULE,
    wf_guide_legality.RULE,
    wf_guide_order.RULE,
)

__all__ = ["RULES"]
