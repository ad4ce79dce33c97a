"""Says that two matters look alike, and why: the only room that knows string similarity."""

from workbench.matching.join import PairTable, similar_pairs
from workbench.matching.named import Named

__all__ = ["Named", "PairTable", "similar_pairs"]
