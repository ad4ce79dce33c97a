"""One defect, one finding: which rule speaks when several see the same fault (rule book 3.3)."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum

from workbench.checks.basis.basis_source_city import rests_above_city
from workbench.checks.item import Item
from workbench.records import Finding


class Scope(Enum):
    """What two findings must have in common for one to silence the other."""

    ROW = "row"
    FIELD = "field"
    CITATION = "citation"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Entry:
    """When one of ``when`` has spoken, those of ``silent`` say nothing of the same thing."""

    when: tuple[str, ...]
    silent: tuple[str, ...]
    scope: Scope
    why: str


#: The rule book's table, also for rules that are not built yet.
TABLE = (
    Entry(
        (
            "SCOPE-STAGE5",
            "SCOPE-OTHER-POWER",
        ),
        ("SCOPE-TYPE-5",),
        Scope.ROW,
        "the exact verdict (取消 / 规范类型) replaces the general 修改",
    ),
    Entry(
        ("SCOPE-TYPE-5",),
        (
            "NAME-PERMIT-CENTRAL",
            "NAME-PERMIT-PRIORITY",
            "NAME-LEVY",
            "NAME-CONFIRM",
            "NAME-GRANT",
            "NAME-PUBLIC",
            "TYPE-PERMIT-3",
            "TYPE-LEVY-SERVICEFEE",
            "TYPE-LEVY-KIND",
            "TYPE-CONFIRM-FORM",
            "TYPE-GRANT-FORM",
            "BASIS-RANK-LIMIT",
            "BASIS-RANK-GRANT-GENERAL",
            "BASIS-RANK-PERMIT",
            "BASIS-RANK-LEVY",
            "BASIS-RANK-CONFIRM",
            "BASIS-RANK-GRANT",
            "BASIS-RANK-PUBLIC",
        ),
        Scope.ROW,
        "type unknown: nothing type-specific can be judged",
    ),
    Entry(
        ("BASIS-REQUIRED",),
        (
            "BASIS-CLAUSE",
            "BASIS-COMPLETE",
            "BASIS-DIRECT",
            "BASIS-LABEL",
            "BASIS-FULLNAME",
            "BASIS-SANDING",
            "BASIS-CITE-LAW",
            "BASIS-CITE-ADMREG",
            "BASIS-CITE-LOCAL",
            "BASIS-CITE-RULE",
            "BASIS-CITE-NORM",
            "BASIS-DELEGATION-DOC",
            "LEVEL-BASIS",
        ),
        Scope.ROW,
        "no citation: one finding",
    ),
    Entry(
        (
            "BASIS-REQUIRED",
            "SCOPE-NO-BASIS",
            "LEVEL-REQUIRED",
            "SCOPE-TYPE-5",
        ),
        ("FORM-EMPTY",),
        Scope.FIELD,
        "the rule of that column says it better",
    ),
    Entry(
        ("BASIS-CITY-RANGE",),
        (
            "BASIS-RANK-PERMIT",
            "BASIS-RANK-LEVY",
            "BASIS-RANK-CONFIRM",
            "BASIS-RANK-GRANT",
            "BASIS-RANK-PUBLIC",
            "SCOPE-NO-BASIS",
        ),
        Scope.ROW,
        "the 市设 rule names the same lack more exactly",
    ),
    Entry(
        ("BASIS-SOURCE-CITY",),
        ("BASIS-CITY-RANGE",),
        Scope.ROW,
        "one verdict: 移入省目录",
    ),
    Entry(
        ("BASIS-RANK-GRANT-GENERAL",),
        (
            "BASIS-RANK-GRANT",
            "BASIS-RANK-PUBLIC",
            "SCOPE-NO-BASIS",
        ),
        Scope.ROW,
        "every citation lies below 规范性文件: the more exact reason",
    ),
    Entry(
        (
            "BASIS-RANK-PERMIT",
            "BASIS-RANK-LEVY",
            "BASIS-RANK-CONFIRM",
            "BASIS-RANK-GRANT",
            "BASIS-RANK-PUBLIC",
        ),
        (
            "BASIS-RANK-LIMIT",
            "SCOPE-NO-BASIS",
        ),
        Scope.ROW,
        "specific rule speaks; its message adds 1.4 一是取消 and 3.3.5.3",
    ),
    Entry(
        ("BASIS-LABEL",),
        ("BASIS-LABEL-MATCH",),
        Scope.CITATION,
        "no label, nothing to match",
    ),
    Entry(
        (
            "BASIS-PRE2000",
            "BASIS-NOT-LING",
            "BASIS-STANDARD",
        ),
        ("BASIS-LABEL-MATCH",),
        Scope.CITATION,
        "more exact reason",
    ),
    Entry(
        ("BASIS-NO-ELLIPSIS",),
        ("BASIS-COMPLETE",),
        Scope.CITATION,
        "same defect",
    ),
    Entry(
        ("BASIS-DATE-VALID",),
        (
            "BASIS-CITE-LAW",
            "BASIS-CITE-ADMREG",
            "BASIS-CITE-LOCAL",
            "BASIS-CITE-RULE",
            "BASIS-CITE-NORM",
        ),
        Scope.CITATION,
        "template residue or impossible date already says it",
    ),
    Entry(
        ("NAME-PERMIT-CENTRAL",),
        (
            "NAME-PERMIT-PRIORITY",
            "NAME-FROM-BASIS",
            "NAME-FRAME",
        ),
        Scope.ROW,
        "the central list's name is final",
    ),
    Entry(
        (
            "AGENCY-SUBJECT",
            "AGENCY-GOV",
        ),
        ("AGENCY-NAME",),
        Scope.FIELD,
        "not a body that may act: its spelling does not matter",
    ),
    Entry(
        ("DUP-PROV-CITY",),
        ("BASIS-SOURCE-CITY",),
        Scope.ROW,
        "one verdict: 取消/移入省目录",
    ),
    Entry(
        ("DUP-JOINT-LEAD",),
        ("DUP-REGION",),
        Scope.PAIR,
        "joint item: lead department, not plain duplicate",
    ),
    Entry(
        ("TIME-UNIT",),
        ("TIME-SQUEEZE",),
        Scope.ROW,
        "cannot compare different units (TIME-LESS and TIME-SQUEEZE need equal units themselves)",
    ),
    Entry(
        ("TIME-LESS",),
        ("TIME-SQUEEZE",),
        Scope.ROW,
        "same defect, harder",
    ),
    Entry(
        ("GUIDE-STATLIMIT",),
        (
            "TIME-UNIT",
            "TIME-LESS",
            "TIME-SQUEEZE",
            "GUIDE-STATLIMIT-SOURCE",
        ),
        Scope.ROW,
        "unparsable limit",
    ),
    Entry(
        ("MAT-CATCHALL",),
        (
            "MAT-BASIS-REQ",
            "MAT-BASIS-RANK",
            "MAT-BASIS-PROVDEPT",
            "MAT-BASIS-CITY",
            "MAT-COPIES",
            "MAT-FORMSAMPLE",
        ),
        Scope.FIELD,
        "the material itself must be spelt out or go",
    ),
    Entry(
        (
            "MAT-BASIS-PROVDEPT",
            "MAT-BASIS-CITY",
        ),
        ("MAT-BASIS-RANK",),
        Scope.FIELD,
        "the exact tier speaks",
    ),
    Entry(
        ("MAT-PREAPPROVAL",),
        (
            "MAT-BASIS-PROVDEPT",
            "MAT-PROOF",
            "MAT-PREVIOUS",
        ),
        Scope.FIELD,
        "一律取消 beats 严格清理",
    ),
    Entry(
        ("MAT-PROOF",),
        ("MAT-BASIS-PROVDEPT",),
        Scope.FIELD,
        "same document, more exact",
    ),
    Entry(
        ("FLOW-MUTUAL",),
        (
            "FLOW-PARALLEL",
            "MAT-PREVIOUS",
        ),
        Scope.PAIR,
        "same edge",
    ),
    Entry(
        ("MAT-PREVIOUS",),
        (
            "MAT-SHARED",
            "MAT-NETVERIFY",
        ),
        Scope.FIELD,
        "merge into one finding per material that lists all clauses",
    ),
    Entry(
        ("MAT-NETVERIFY",),
        ("MAT-SHARED",),
        Scope.FIELD,
        "one finding lists both clauses",
    ),
    Entry(
        ("MED-LIST",),
        ("MED-BASIS",),
        Scope.FIELD,
        "one finding",
    ),
    Entry(
        (
            "UNIFY-NAME",
            "UNIFY-TYPE",
            "UNIFY-BASIS",
            "UNIFY-CODE",
            "UNIFY-MATERIAL",
        ),
        ("UNIFY-COMMON",),
        Scope.FIELD,
        "same element",
    ),
    Entry(
        ("GUIDE-FILLED",),
        (
            "GUIDE-TOPIC",
            "GUIDE-TARGET",
            "GUIDE-STATLIMIT",
            "GUIDE-CONDITION",
            "GUIDE-LEVEL",
            "GUIDE-AGENCY",
            "GUIDE-NATURE",
            "GUIDE-FLOW",
            "GUIDE-RESULT",
            "FEE-YN",
            "GUIDE-CASETYPE",
            "GUIDE-SCOPE",
            "GUIDE-MODE",
            "GUIDE-APPOINT",
            "GUIDE-PAY",
            "GUIDE-EXPRESS",
            "GUIDE-SYSTEM",
            "GUIDE-PLACE",
            "GUIDE-HOURS",
            "GUIDE-PHONE",
            "GUIDE-FAQ",
            "GUIDE-SUPERVISE",
        ),
        Scope.FIELD,
        "blank: one finding",
    ),
    Entry(
        ("GUIDE-FLOW",),
        ("GUIDE-FLOW-FIELDS",),
        Scope.FIELD,
        "no readable steps, nothing to fill",
    ),
)


def keep_strongest(findings: Sequence[Finding], item: Item) -> list[Finding]:
    """The findings that are left after the more exact rule has silenced the more general one."""
    spoken = {finding.rule for finding in findings}
    silenced = [
        (loud, entry)
        for entry in TABLE
        if spoken.intersection(entry.when) and spoken.intersection(entry.silent) and _holds(entry, item)
        for loud in findings
        if loud.rule in entry.when
    ]
    return [finding for finding in findings if not any(_silences(loud, finding, entry) for loud, entry in silenced)]


def _silences(loud: Finding, finding: Finding, entry: Entry) -> bool:
    return finding.rule in entry.silent and _thing(loud, entry.scope) == _thing(finding, entry.scope)


def _thing(finding: Finding, scope: Scope) -> Hashable:
    """What the finding speaks of, as far as the scope asks."""
    if scope is Scope.PAIR:
        return frozenset((finding.at, finding.other))
    if scope is Scope.FIELD:
        return finding.at, finding.field
    if scope is Scope.CITATION:
        return finding.at, finding.citation
    return finding.at


def _holds(entry: Entry, item: Item) -> bool:
    """The one condition of the table that goes beyond who has spoken."""
    return entry.when != ("BASIS-SOURCE-CITY",) or rests_above_city(item)
