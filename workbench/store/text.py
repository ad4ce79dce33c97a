"""Values inside a text column, as JSON that reads well in the database."""

import json
from typing import Any


def to_json(value: Any) -> str:
    """Compact JSON; Chinese stays readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def storable(text: str) -> str:
    """The text without what no database takes: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
