"""Puts the rooms together for a use: intake, the reviewer's queue, verdicts, returns, progress."""

from workbench.review.casework import check_case
from workbench.review.detail import Detail, Suspect
from workbench.review.filework import check_files
from workbench.review.intake import IntakeLine
from workbench.review.receiving import ReceivedLine
from workbench.review.suggestion import Suggestion
from workbench.review.workspace import NoWorkspace, Workspace, open_workspace
from workbench.store import Conflict, NotAllowed, Refused, StoreProblem
from workbench.workbooks import UnreadableWorkbook

__all__ = [
    "Conflict",
    "Detail",
    "IntakeLine",
    "NoWorkspace",
    "NotAllowed",
    "ReceivedLine",
    "Refused",
    "StoreProblem",
    "Suggestion",
    "Suspect",
    "UnreadableWorkbook",
    "Workspace",
    "check_case",
    "check_files",
    "open_workspace",
]
