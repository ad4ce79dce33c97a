"""Two texts side by side with the characters that differ marked."""

from difflib import SequenceMatcher
from itertools import takewhile


def compared(ours: str, theirs: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts in pieces, each with whether it differs from the other text."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    left, right = [], []
    for tag, a, b, c, d in matcher.get_opcodes():
        differs = tag != "equal"
        if a < b:
            left.append((ours[a:b], differs))
        if c < d:
            right.append((theirs[c:d], differs))
    return left, right


def alike_at_start(one: str, two: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
