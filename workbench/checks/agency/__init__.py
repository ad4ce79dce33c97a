"""Rules on agencies (实施主体)."""

from workbench.checks.agency import (
    agency_entrust,
    agency_gov,
    agency_name,
    agency_nongov,
    agency_subject,
)
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    agency_name.RULE,
    agency_gov.RULE,
    agency_nongov.RULE,
    agency_entrust.RULE,
    agency_subject.RULE,
)

__all__ = ["RULES"]
