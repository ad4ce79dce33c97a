"""Which colour goes with which word; the word is always shown beside it."""

from workbench.records import Relation, Severity

SEVERITY_TONES = {Severity.VIOLATION: "bad", Severity.DOUBT: "warn", Severity.HINT: "tip"}
RELATION_TONES = {Relation.SAME: "bad", Relation.PART: "warn", Relation.UNSURE: "warn", Relation.DIFFERENT: "none"}

#: A pass is green, a removal red, any other demand amber.
_REMOVALS = ("cancel", "delete", "convert_to_internal")


def verdict_tone(verdict: str) -> str:
    """The tone of a verdict's code."""
    if verdict == "pass":
        return "ok"
    return "bad" if verdict in _REMOVALS else "warn"
