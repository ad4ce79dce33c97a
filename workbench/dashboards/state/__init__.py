"""What the dashboards know, as traitlets: no widgets, so that tests need no browser."""

from workbench.dashboards.state.bulk import BulkState, Scope
from workbench.dashboards.state.chain import Whereabouts
from workbench.dashboards.state.deciding import DecidingState, Draft
from workbench.dashboards.state.duplicates import DuplicatesState
from workbench.dashboards.state.intake import IntakeState
from workbench.dashboards.state.kept import Kept
from workbench.dashboards.state.message import Message
from workbench.dashboards.state.preconditions import PreconditionsState
from workbench.dashboards.state.progress import ProgressState
from workbench.dashboards.state.queue import Filters, QueueState
from workbench.dashboards.state.review import ReviewState
from workbench.dashboards.state.rules import RulesState
from workbench.dashboards.state.twins import REMEMBERED, Twins

__all__ = [
    "REMEMBERED",
    "BulkState",
    "DecidingState",
    "Draft",
    "DuplicatesState",
    "Filters",
    "IntakeState",
    "Kept",
    "Message",
    "PreconditionsState",
    "ProgressState",
    "QueueState",
    "ReviewState",
    "RulesState",
    "Scope",
    "Twins",
    "Whereabouts",
]
