"""Numbers that change how fast the join is, never what it finds."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tuning:
    """Measured on two cores with names of 6 to 40 characters.

    Attributes:
        few: so few names are compared by brute force before signatures are set up.
        many: up to so many names, brute force is the way out where first characters tell nothing apart.
        depth: characters in the longest signature. Names that may have fewer in common with a partner are
            few, and compared by brute force.
        leaf: characters in the shortest signature whose groups are enumerated.
        small: pairs in a group that are cheaper to enumerate than to refine.
        crowd: groups of this size are looked at one by one: brute force may be cheaper than refining them.
        batch: choices of two characters that a batch leads to.
        workers: threads.
    """

    few: int = 1_000
    many: int = 20_000
    depth: int = 4
    leaf: int = 2
    small: int = 128 * 128
    crowd: int = 400
    batch: int = 150_000
    workers: int = min(2, os.cpu_count() or 1)
