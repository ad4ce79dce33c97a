"""What the verdict form starts with: the verdict and opinion that the findings suggest."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.records import Answer, Finding, Severity
from workbench.store.targets import named_in

#: Of several suggested verdicts the one that decides most comes first.
_WEIGHT = (
    "cancel",
    "convert_to_internal",
    "move_to_provincial",
    "merge",
    "move_to_lead",
    "reclassify",
    "delegate_down",
    "delete",
    "return_for_revision",
)
_RANK = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A verdict code, an opinion in numbered sentences, the findings that it upholds, and the type or level it names."""

    verdict: str
    opinion: str
    answers: tuple[Answer, ...] = ()
    target_type: str | None = None
    target_level: str | None = None


def suggest(findings: Sequence[Finding]) -> Suggestion:
    """Pass where nothing was found; else what the gravest findings ask for.

    A finding of 存疑 asks for a person's judgement, so only 违规 suggests more than a return for revision.
    """
    ordered = sorted(findings, key=lambda finding: _RANK[finding.severity])
    if not ordered:
        return Suggestion("pass", "")
    proved = [finding.suggested_verdict for finding in ordered if finding.severity is Severity.VIOLATION]
    chosen = next((code for code in _WEIGHT if code in proved), None)
    hints_only = all(finding.severity is Severity.HINT for finding in ordered)
    verdict = chosen or ("pass" if hints_only else "return_for_revision")
    opinion = "\n".join(f"{number}. {finding.message}" for number, finding in enumerate(ordered, start=1))
    answers = tuple(Answer(rule, upheld=True) for rule in dict.fromkeys(finding.rule for finding in ordered))
    target_type, target_level = named_in(opinion)
    return Suggestion(verdict, opinion, answers, target_type, target_level)
