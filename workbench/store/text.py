"""Values inside a text column, as JSON that reads well in the database."""

import json
from typing import Any


def to_json(value: Any) -> str:
    """Compact JSON; Chinese stays readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen: also one of zero-width characters says nothing."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def storable(text: str) -> str:
    """The text without what no database takes: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
