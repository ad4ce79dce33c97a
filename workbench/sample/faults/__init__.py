"""Faults that are planted into correct rows, each for one rule of the rule book."""

from workbench.sample.faults import on_basis, on_levels, on_names, on_ranks, on_types
from workbench.sample.faults.fault import Change, Fault, Subject

#: Every kind of fault, in the order in which they are planted.
FAULTS: tuple[Fault, ...] = (
    *on_types.FAULTS,
    *on_names.FAULTS,
    *on_basis.FAULTS,
    *on_ranks.FAULTS,
    *on_levels.FAULTS,
)

__all__ = ["FAULTS", "Change", "Fault", "Subject"]
