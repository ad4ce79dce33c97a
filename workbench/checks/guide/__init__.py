"""Rules on the elements of a guide (办事指南)."""

from workbench.checks.guide import (
    guide_36,
    guide_agency,
    guide_basis_list,
    guide_casetype,
    guide_condition,
    guide_content_none,
    guide_division,
    guide_filled,
    guide_joint,
    guide_level,
    guide_level_delegate,
    guide_name,
    guide_nature,
    guide_per_item,
    guide_quota,
    guide_result,
    guide_result_sample,
    guide_statlimit,
    guide_statlimit_source,
    guide_target,
    guide_topic,
    guide_topic_target,
)
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    guide_36.RULE,
    guide_filled.RULE,
    guide_per_item.RULE,
    guide_name.RULE,
    guide_topic.RULE,
    guide_topic_target.RULE,
    guide_target.RULE,
    guide_basis_list.RULE,
    guide_division.RULE,
    guide_content_none.RULE,
    guide_statlimit.RULE,
    guide_statlimit_source.RULE,
    guide_casetype.RULE,
    guide_condition.RULE,
    guide_level.RULE,
    guide_level_delegate.RULE,
    guide_agency.RULE,
    guide_nature.RULE,
    guide_joint.RULE,
    guide_quota.RULE,
    guide_result.RULE,
    guide_result_sample.RULE,
)

__all__ = ["RULES"]
