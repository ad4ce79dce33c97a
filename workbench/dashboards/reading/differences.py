"""Two texts side by side with the characters that differ marked."""

from difflib import SequenceMatcher


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
