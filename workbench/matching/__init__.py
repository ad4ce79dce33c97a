"""Says that two matters look alike, and why: the only room that knows string similarity."""

from workbench.matching import memory_file
from workbench.matching.clusters import clusters
from workbench.matching.compare import compare
from workbench.matching.join import PairTable, similar_pairs
from workbench.matching.leads import Lead, lead
from workbench.matching.lexicon import extend_tables
from workbench.matching.memory import Memory
from workbench.matching.named import Named
from workbench.matching.remembered import Disagreement, Judgement, Remembered, disagreements
from workbench.matching.suspects import Wanted, suspects
from workbench.matching.tidy import tidy_name
from workbench.matching.weights import Weights

__all__ = [
    "Disagreement",
    "Judgement",
    "Lead",
    "Memory",
    "Named",
    "PairTable",
    "Remembered",
    "Wanted",
    "Weights",
    "clusters",
    "compare",
    "disagreements",
    "extend_tables",
    "lead",
    "memory_file",
    "similar_pairs",
    "suspects",
    "tidy_name",
]
