"""What the exporter says when a fault does not go away."""

import logging

from workbench.serving.logs import Repeats


def test_a_sentence_is_said_again_only_after_a_while():
    """The same words within ten minutes are kept back; others, and the same later, are said."""
    now = [0.0]
    told = Repeats(clock=lambda: now[0])

    def said(text: str, at: float) -> bool:
        now[0] = at
        return told.filter(logging.LogRecord("x", logging.WARNING, "", 0, text, (), None))

    assert [said("满", 0), said("满", 2), said("锁", 4), said("满", 599), said("满", 601), said("满", 603)] == [
        True,
        False,
        True,
        False,
        True,
        False,
    ]
