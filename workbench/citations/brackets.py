"""Finds where a bracket closes, whatever mixture of widths and kinds it is written in."""

OPEN = "（(［[〔﹝【"
CLOSE = "）)］]〕﹞】"
TITLE_OPEN = "《"
TITLE_CLOSE = "》"

#: A bracket or title longer than this is taken to be unclosed.
_LONGEST = 300


def close_of(text: str, start: int) -> int | None:
    """The offset of the mark that closes the bracket at ``start``; None where it is unclosed.

    Any closing mark closes any opening one: 〔2014】 and （…] are seen in real cells.
    """
    depth = 0
    for place in range(start, min(len(text), start + _LONGEST)):
        if text[place] in OPEN:
            depth += 1
        elif text[place] in CLOSE:
            depth -= 1
            if depth == 0:
                return place
    return None


def title_close_of(text: str, start: int) -> int | None:
    """The offset of the 》 that closes the 《 at ``start``, nested titles counted; None where it is unclosed."""
    depth = 0
    for place in range(start, min(len(text), start + _LONGEST)):
        if text[place] == TITLE_OPEN:
            depth += 1
        elif text[place] == TITLE_CLOSE:
            depth -= 1
            if depth == 0:
                return place
        elif text[place] == "\n":
            return None
    return None
