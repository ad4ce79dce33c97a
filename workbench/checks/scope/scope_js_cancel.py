"""SCOPE-JS-CANCEL."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from workbench.checks.item import Context, Item, ListEntry
from workbench.checks.likeness import Match, closest
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare

#: What a list may say of a matter that Jiangsu did not cancel.
HANDED_DOWN = re.compile(r"^(?!.*取消).*(?:下放|移交|保留|调整)")
#: Names closer than this are taken for one matter (rule book, section 7).
ALIKE = 0.85
CANCELLED = "江苏取消事项清单"


def scope_js_cancel(item: Item, context: Context) -> Iterator[Finding]:
    """江苏省已取消的对应事项。

    What: the matter agrees by name with one that Jiangsu has cancelled.
    Why: 附件1 1.4 「通过对标先进，江苏省取消的事项，我省也要对应取消。」
    Example: 船舶设计企业资质的认定.
    Remedy: 对标取消，或说明理由.
    """
    if match := cancelled(item, context.lists[CANCELLED]):
        yield RULE.finding(
            f"江苏省已取消对应事项“{match.entry.name}”，请对标取消；确需保留的请说明理由并提供法律、行政法规依据（附件1 1.4 一是取消）。",
            field=match.field,
            excerpt=match.name,
            span=(0, len(match.name)),
        )


def cancelled(item: Item, entries: Sequence[ListEntry]) -> Match | None:
    """The matter that Jiangsu has cancelled and the row still has; None where there is none."""
    match = closest(item, [entry for entry in entries if not HANDED_DOWN.match(entry.remarks or "")])
    if match and match.score >= ALIKE and (match.score == 1 or only_adds_words(match.name, match.entry.name)):
        return match
    return None


def only_adds_words(ours: str, theirs: str) -> bool:
    """Whether two names have object head and verb in common: one has words that the other lacks, none is exchanged.

    兽药 is not 农药, and 初审 is not 核发, however much the rest agrees.
    """
    a, b = bare(ours), bare(theirs)
    kinds = {edit.tag for edit in Indel.opcodes(a, b)}
    return a[-2:] == b[-2:] and not {"insert", "delete"} <= kinds


RULE = Rule(
    code="SCOPE-JS-CANCEL",
    name="江苏已取消",
    clause="附件1 1.4",
    quote="通过对标先进，江苏省取消的事项，我省也要对应取消。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=scope_js_cancel,
    verdict="cancel",
    needs=(CANCELLED,),
)
