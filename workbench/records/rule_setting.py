"""How a workspace departs from the rule book: a rule switched off, or shown at another level."""

from dataclasses import dataclass

from workbench.records.finding import Severity


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """One rule's setting, by whom, when (UTC, ISO) and why. ``severity`` None leaves the rule's own level."""

    rule: str
    off: bool = False
    severity: Severity | None = None
    reason: str = ""
    by: str = ""
    at: str = ""
