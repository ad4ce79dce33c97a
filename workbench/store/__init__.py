"""Remembers submissions and decisions: the only room that knows the database."""

from workbench.store.copies import copy_in, copy_out, is_server
from workbench.store.matching import Standing
from workbench.store.refusals import BulkRefused, Conflict, NotAllowed, Refused, StoreProblem
from workbench.store.store import Store
from workbench.store.trail import Trail

__all__ = [
    "BulkRefused",
    "Conflict",
    "NotAllowed",
    "Refused",
    "Standing",
    "Store",
    "StoreProblem",
    "Trail",
    "copy_in",
    "copy_out",
    "is_server",
]
