"""What the verdict form starts with."""

from workbench.records import Answer, Certainty, Finding, Severity
from workbench.review.suggestion import suggest


def finding(rule: str, severity: Severity, verdict: str = "return_for_revision") -> Finding:
    """A finding whose message is its rule."""
    return Finding(rule, "附件1 2.4.1", severity, Certainty.CERTAIN, f"{rule}。", suggested_verdict=verdict)


def test_nothing_found_suggests_pass():
    """An item without findings is suggested to pass, with no opinion."""
    assert suggest([]).verdict == "pass"
    assert suggest([]).opinion == ""


def test_hints_alone_still_suggest_pass():
    """Style does not return an item, but is said in the opinion."""
    suggestion = suggest([finding("NAME-LEVY", Severity.HINT)])
    assert (suggestion.verdict, suggestion.opinion) == ("pass", "1. NAME-LEVY。")


def test_the_gravest_proved_finding_decides():
    """Of proved findings the verdict that decides most is suggested; the opinion lists the gravest first."""
    suggestion = suggest(
        [
            finding("NAME-LEVY", Severity.HINT),
            finding("BASIS-LABEL", Severity.VIOLATION),
            finding("BASIS-RANK-LEVY", Severity.VIOLATION, "cancel"),
        ]
    )
    assert suggestion.verdict == "cancel"
    assert suggestion.opinion == "1. BASIS-LABEL。\n2. BASIS-RANK-LEVY。\n3. NAME-LEVY。"
    assert suggestion.answers[0] == Answer("BASIS-LABEL", upheld=True)


def test_a_doubt_never_suggests_more_than_a_return():
    """What only a person can judge is not suggested to be cancelled."""
    assert suggest([finding("SCOPE-PRELIM", Severity.DOUBT, "cancel")]).verdict == "return_for_revision"
