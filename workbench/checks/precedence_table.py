"""The rule book's table of precedence (3.3), as data."""

from dataclasses import dataclass
from enum import Enum


class Scope(Enum):
    """What two findings must have in common for one to silence the other."""

    ROW = "row"
    FIELD = "field"
    CITATION = "citation"
    MATERIAL = "material"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Entry:
    """When one of ``when`` has spoken, those of ``silent`` say nothing of the same thing."""

    when: tuple[str, ...]
    silent: tuple[str, ...]
    scope: Scope
    why: str


def _entry(when: str, silent: str, scope: Scope, why: str) -> Entry:
    """An entry from codes set apart by blanks."""
    return Entry(tuple(when.split()), tuple(silent.split()), scope, why)


#: The rule book's table, also for rules that are not built yet.
TABLE = (
    _entry(
        "SCOPE-STAGE5 SCOPE-OTHER-POWER",
        "SCOPE-TYPE-5",
        Scope.ROW,
        "the exact verdict (取消 / 规范类型) replaces the general 修改",
    ),
    _entry(
        "SCOPE-TYPE-5",
        "NAME-PERMIT-CENTRAL NAME-PERMIT-PRIORITY NAME-LEVY NAME-CONFIRM NAME-GRANT NAME-PUBLIC TYPE-PERMIT-3 "
        "TYPE-LEVY-SERVICEFEE TYPE-LEVY-KIND TYPE-CONFIRM-FORM TYPE-GRANT-FORM BASIS-RANK-LIMIT "
        "BASIS-RANK-GRANT-GENERAL BASIS-RANK-PERMIT BASIS-RANK-LEVY BASIS-RANK-CONFIRM BASIS-RANK-GRANT "
        "BASIS-RANK-PUBLIC",
        Scope.ROW,
        "type unknown: nothing type-specific can be judged",
    ),
    _entry(
        "BASIS-REQUIRED",
        "BASIS-CLAUSE BASIS-COMPLETE BASIS-DIRECT BASIS-LABEL BASIS-FULLNAME BASIS-SANDING BASIS-CITE-LAW "
        "BASIS-CITE-ADMREG BASIS-CITE-LOCAL BASIS-CITE-RULE BASIS-CITE-NORM BASIS-DELEGATION-DOC LEVEL-BASIS",
        Scope.ROW,
        "no citation: one finding",
    ),
    _entry(
        "BASIS-REQUIRED SCOPE-NO-BASIS LEVEL-REQUIRED SCOPE-TYPE-5",
        "FORM-EMPTY",
        Scope.FIELD,
        "the rule of that column says it better",
    ),
    _entry(
        "BASIS-CITY-RANGE",
        "BASIS-RANK-PERMIT BASIS-RANK-LEVY BASIS-RANK-CONFIRM BASIS-RANK-GRANT BASIS-RANK-PUBLIC SCOPE-NO-BASIS",
        Scope.ROW,
        "the 市设 rule names the same lack more exactly",
    ),
    _entry(
        "BASIS-SOURCE-CITY",
        "BASIS-CITY-RANGE",
        Scope.ROW,
        "one verdict: 移入省目录",
    ),
    _entry(
        "BASIS-RANK-GRANT-GENERAL",
        "BASIS-RANK-GRANT BASIS-RANK-PUBLIC SCOPE-NO-BASIS",
        Scope.ROW,
        "every citation lies below 规范性文件: the more exact reason",
    ),
    _entry(
        "BASIS-RANK-PERMIT BASIS-RANK-LEVY BASIS-RANK-CONFIRM BASIS-RANK-GRANT BASIS-RANK-PUBLIC",
        "BASIS-RANK-LIMIT SCOPE-NO-BASIS",
        Scope.ROW,
        "specific rule speaks; its message adds 1.4 一是取消 and 3.3.5.3",
    ),
    _entry(
        "BASIS-LABEL",
        "BASIS-LABEL-MATCH",
        Scope.CITATION,
        "no label, nothing to match",
    ),
    _entry(
        "BASIS-PRE2000 BASIS-NOT-LING BASIS-STANDARD",
        "BASIS-LABEL-MATCH",
        Scope.CITATION,
        "more exact reason",
    ),
    _entry(
        "BASIS-NO-ELLIPSIS",
        "BASIS-COMPLETE",
        Scope.CITATION,
        "same defect",
    ),
    _entry(
        "BASIS-DATE-VALID",
        "BASIS-CITE-LAW BASIS-CITE-ADMREG BASIS-CITE-LOCAL BASIS-CITE-RULE BASIS-CITE-NORM",
        Scope.CITATION,
        "template residue or impossible date already says it",
    ),
    _entry(
        "NAME-PERMIT-CENTRAL",
        "NAME-PERMIT-PRIORITY NAME-FROM-BASIS NAME-FRAME",
        Scope.ROW,
        "the central list's name is final",
    ),
    _entry(
        "AGENCY-SUBJECT AGENCY-GOV",
        "AGENCY-NAME",
        Scope.FIELD,
        "not a body that may act: its spelling does not matter",
    ),
    _entry(
        "DUP-PROV-CITY",
        "BASIS-SOURCE-CITY",
        Scope.ROW,
        "one verdict: 取消/移入省目录",
    ),
    _entry(
        "DUP-JOINT-LEAD",
        "DUP-REGION",
        Scope.PAIR,
        "joint item: lead department, not plain duplicate",
    ),
    _entry(
        "TIME-UNIT",
        "TIME-SQUEEZE",
        Scope.ROW,
        "cannot compare different units (TIME-LESS and TIME-SQUEEZE need equal units themselves)",
    ),
    _entry(
        "TIME-LESS",
        "TIME-SQUEEZE",
        Scope.ROW,
        "same defect, harder",
    ),
    _entry(
        "GUIDE-STATLIMIT",
        "TIME-UNIT TIME-LESS TIME-SQUEEZE GUIDE-STATLIMIT-SOURCE",
        Scope.ROW,
        "unparsable limit",
    ),
    _entry(
        "MAT-CATCHALL",
        "MAT-BASIS-REQ MAT-BASIS-RANK MAT-BASIS-PROVDEPT MAT-BASIS-CITY MAT-COPIES MAT-FORMSAMPLE",
        Scope.MATERIAL,
        "the material itself must be spelt out or go",
    ),
    _entry(
        "MAT-BASIS-PROVDEPT MAT-BASIS-CITY",
        "MAT-BASIS-RANK",
        Scope.MATERIAL,
        "the exact tier speaks",
    ),
    _entry(
        "MAT-PREAPPROVAL",
        "MAT-BASIS-PROVDEPT MAT-PROOF MAT-PREVIOUS",
        Scope.MATERIAL,
        "一律取消 beats 严格清理",
    ),
    _entry(
        "MAT-PROOF",
        "MAT-BASIS-PROVDEPT",
        Scope.MATERIAL,
        "same document, more exact",
    ),
    _entry(
        "FLOW-MUTUAL",
        "FLOW-PARALLEL MAT-PREVIOUS",
        Scope.PAIR,
        "same edge",
    ),
    _entry(
        "MAT-PREVIOUS",
        "MAT-SHARED MAT-NETVERIFY",
        Scope.MATERIAL,
        "merge into one finding per material that lists all clauses",
    ),
    _entry(
        "MAT-NETVERIFY",
        "MAT-SHARED",
        Scope.MATERIAL,
        "one finding lists both clauses",
    ),
    _entry(
        "MED-LIST",
        "MED-BASIS",
        Scope.FIELD,
        "one finding",
    ),
    _entry(
        "UNIFY-NAME UNIFY-TYPE UNIFY-BASIS UNIFY-CODE UNIFY-MATERIAL",
        "UNIFY-COMMON",
        Scope.FIELD,
        "same element",
    ),
    _entry(
        "GUIDE-FILLED",
        "GUIDE-TOPIC GUIDE-TARGET GUIDE-STATLIMIT GUIDE-CONDITION GUIDE-LEVEL GUIDE-AGENCY GUIDE-NATURE "
        "GUIDE-FLOW GUIDE-RESULT FEE-YN GUIDE-CASETYPE GUIDE-SCOPE GUIDE-MODE GUIDE-APPOINT GUIDE-PAY "
        "GUIDE-EXPRESS GUIDE-SYSTEM GUIDE-PLACE GUIDE-HOURS GUIDE-PHONE GUIDE-FAQ GUIDE-SUPERVISE",
        Scope.FIELD,
        "blank: one finding",
    ),
    _entry(
        "GUIDE-FLOW",
        "GUIDE-FLOW-FIELDS",
        Scope.FIELD,
        "no readable steps, nothing to fill",
    ),
)
