"""Says who reviews what: ``group_assignments.yml``, checked on loading."""

from workbench.assignments.adding import with_unit
from workbench.assignments.faults import Fault, InvalidAssignments
from workbench.assignments.loading import FILE, default_text, load, parse
from workbench.assignments.roster import Assignments, names_of

__all__ = [
    "FILE",
    "Assignments",
    "Fault",
    "InvalidAssignments",
    "default_text",
    "load",
    "names_of",
    "parse",
    "with_unit",
]
