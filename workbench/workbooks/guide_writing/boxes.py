"""Lists of options with boxes to tick, as the form prints them."""

from collections.abc import Collection, Sequence

from workbench.records.topics import LEGAL_NOTES, LEGAL_TOPICS, NATURAL_NOTES, NATURAL_TOPICS

EMPTY, TICKED = "□", "☑"
NATURAL, LEGAL = "面向自然人", "面向法人"


def boxes(options: Sequence[str], chosen: Collection[str], ticked: str = TICKED) -> str:
    """All options, those in ``chosen`` ticked: ``☑自然人 □法人``."""
    return " ".join(f"{ticked if option in chosen else EMPTY}{option}" for option in options)


def topic_lists(natural: Collection[str], legal: Collection[str], ticked: str = TICKED) -> str:
    """The text of 事项类型: both lists, a line each, with what is chosen ticked (附件2 三(一)2)."""
    first = boxes(_printed(NATURAL_TOPICS, NATURAL_NOTES), _printed(natural, NATURAL_NOTES), ticked)
    second = boxes(_printed(LEGAL_TOPICS, LEGAL_NOTES), _printed(legal, LEGAL_NOTES), ticked)
    return f"{NATURAL} {first}\n{LEGAL} {second}"


def split_lists(text: str) -> tuple[str, str] | None:
    """The two lists of a text in the form of :func:`topic_lists`; None for other texts."""
    first, _, second = text.partition("\n")
    if first.startswith(f"{NATURAL} ") and second.startswith(f"{LEGAL} ") and "\n" not in second:
        return first.removeprefix(f"{NATURAL} "), second.removeprefix(f"{LEGAL} ")
    return None


def _printed(options: Collection[str], notes: dict[str, str]) -> list[str]:
    return [f"{option}（{notes[option]}）" if option in notes else option for option in options]
