"""Puts the rooms together for a use: intake, the reviewer's queue, verdicts, returns, progress."""

from workbench.review import word_tables
from workbench.review.backup import restore
from workbench.review.casework import check_case
from workbench.review.corpus import proposed_lead
from workbench.review.deciding import Preview
from workbench.review.detail import Detail, Earlier, Suspect
from workbench.review.disagreements import Apart
from workbench.review.examine import Sent
from workbench.review.filework import check_files
from workbench.review.overseeing import Course, News
from workbench.review.preconditions import (
    Circle,
    Need,
    PreconditionGraph,
    PreconditionNode,
    SharedResult,
    picked,
    precondition_graph,
)
from workbench.review.receiving import ReceivedLine
from workbench.review.references import LoadedFile, References, write_templates
from workbench.review.referring import REFERENCE_FOLDER, use_statutes_of
from workbench.review.submitting import Arrival, arrived
from workbench.review.suggestion import Suggestion
from workbench.review.taking_in import IntakeLine
from workbench.review.workspace import NoWorkspace, Workspace, open_workspace
from workbench.store import Conflict, NotAllowed, Refused, StoreProblem
from workbench.workbooks import UnreadableWorkbook

__all__ = [
    "REFERENCE_FOLDER",
    "Apart",
    "Arrival",
    "Circle",
    "Conflict",
    "Course",
    "Detail",
    "Earlier",
    "IntakeLine",
    "LoadedFile",
    "Need",
    "News",
    "NoWorkspace",
    "NotAllowed",
    "PreconditionGraph",
    "PreconditionNode",
    "Preview",
    "ReceivedLine",
    "References",
    "Refused",
    "Sent",
    "SharedResult",
    "StoreProblem",
    "Suggestion",
    "Suspect",
    "UnreadableWorkbook",
    "Workspace",
    "arrived",
    "check_case",
    "check_files",
    "open_workspace",
    "picked",
    "precondition_graph",
    "proposed_lead",
    "restore",
    "use_statutes_of",
    "word_tables",
    "write_templates",
]
