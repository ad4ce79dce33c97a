"""Remembers submissions and decisions: the only room that knows the database."""

from workbench.store.refusals import BulkRefused, Conflict, NotAllowed, Refused, StoreProblem
from workbench.store.store import Store

__all__ = ["BulkRefused", "Conflict", "NotAllowed", "Refused", "Store", "StoreProblem"]
