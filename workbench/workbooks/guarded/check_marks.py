"""Check boxes and check characters as the text that a form shows: ☑ for a chosen option, □ for one that is not."""

CHOSEN, OPEN = "☑", "□"
#: Characters of the symbol fonts, as an 8-bit code.
_IN_FONT = {
    "wingdings": {0xFE: CHOSEN, 0xFC: "√", 0xFD: CHOSEN, 0xFB: "×", 0xA8: OPEN, 0x6F: OPEN, 0x71: OPEN, 0x72: OPEN,
                  0x6E: "■", 0x6C: "●", 0xA1: "○", 0xA4: "◉", 0x9F: "•", 0xA7: "▪"},
    "wingdings 2": {0x52: CHOSEN, 0x51: CHOSEN, 0x53: CHOSEN, 0x54: CHOSEN, 0x50: "√", 0x4F: "×", 0xA3: OPEN,
                    0x2A: OPEN, 0x30: OPEN, 0x98: "●", 0x99: "○", 0xA2: "■"},
    "wingdings 3": {},
    "webdings": {0x61: "√", 0x63: OPEN, 0x67: "■", 0x72: "×", 0x6E: "●"},
    "marlett": {0x62: "√", 0x61: "√"},
}  # fmt: skip
#: Where symbol fonts have their characters in Unicode.
_PRIVATE = 0xF000
_BYTE = 0xFF


def is_symbol_font(font: str) -> bool:
    """Whether letters in this font are shown as signs."""
    return font.strip().lower() in _IN_FONT


def in_font(text: str, font: str) -> str:
    """A text set in a font, as it is seen; signs that have no meaning in a form stay as they are."""
    signs = _IN_FONT.get(font.strip().lower())
    if signs is None:
        return text
    return "".join(signs.get(_code(character), character) for character in text)


def box(*, chosen: bool) -> str:
    """A check box."""
    return CHOSEN if chosen else OPEN


def _code(character: str) -> int:
    number = ord(character)
    return number & _BYTE if number <= _BYTE or number >> 8 == _PRIVATE >> 8 else number
