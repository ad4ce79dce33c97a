"""Says that two matters look alike, and why: the only room that knows string similarity."""

from workbench.matching.clusters import clusters
from workbench.matching.compare import compare
from workbench.matching.join import PairTable, similar_pairs
from workbench.matching.named import Named
from workbench.matching.suspects import suspects
from workbench.matching.tidy import tidy_name

__all__ = ["Named", "PairTable", "clusters", "compare", "similar_pairs", "suspects", "tidy_name"]
