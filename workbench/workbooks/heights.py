"""Row heights that fit wrapped Chinese text: office programs do not compute them for merged or foreign cells."""

from collections.abc import Iterable
from unicodedata import east_asian_width

#: Points that one line of 10-point text needs, and what a cell needs above and below.
LINE_POINTS = 14.0
PADDING_POINTS = 4.0
#: What the file format admits.
MOST_POINTS = 409.0


def lines(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column ``width`` characters wide; a Chinese character is two wide."""
    room = max(int(width - 0.5), 2)
    return sum(max(1, -(-units(line) // room)) for line in text.split("\n"))


def height(cells: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row with these texts and the widths of their columns."""
    most = max((lines(text, width) for text, width in cells), default=1)
    return min(most * LINE_POINTS + PADDING_POINTS, MOST_POINTS)


def stretch(heights: list[float], needed: float) -> None:
    """Make the rows under a merged cell tall enough together for its text."""
    lacking = needed - sum(heights)
    if lacking > 0:
        heights[:] = [min(points + lacking / len(heights), MOST_POINTS) for points in heights]


def units(line: str) -> int:
    """The width of a line in half-width characters."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in line)
