"""The exact similarity join: every pair of names with ``rapidfuzz.fuzz.ratio`` at or above a threshold.

A pair of names of lengths a and b has ratio >= t exactly when its Indel distance (insertions and
deletions) is at most ``d = (a + b)(1 - t / 100)``. Everything here follows from that inequality; see
:mod:`~workbench.matching.join.bounds`.
"""

from workbench.matching.join.join import similar_pairs
from workbench.matching.join.memory import BYTES_A_PAIR
from workbench.matching.join.table import Cut, PairTable
from workbench.matching.join.tuning import Tuning

__all__ = ["BYTES_A_PAIR", "Cut", "PairTable", "Tuning", "similar_pairs"]
