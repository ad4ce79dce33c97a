"""What the dashboards know, as traitlets: no widgets, so that tests need no browser."""

from workbench.dashboards.state.message import Message
from workbench.dashboards.state.queue import CHIPS, Filters, QueueState
from workbench.dashboards.state.review import Draft, ReviewState

__all__ = ["CHIPS", "Draft", "Filters", "Message", "QueueState", "ReviewState"]
