"""Texts and lists of a JSON case."""

from collections.abc import Mapping
from typing import Any


class NotInVocabulary(ValueError):  # noqa: N818 - the sentence is for people
    """A value of the wrong kind; the message, a Chinese clause, names its key."""


def text_of(value: Mapping[str, Any], key: str, within: str = "") -> str | None:
    """The text of a key, numbers as printed; None where the key is absent. Raises NotInVocabulary."""
    text = value.get(key)
    if text is None or isinstance(text, str):
        return text
    if isinstance(text, bool):
        return "是" if text else "否"
    if isinstance(text, int | float):
        return str(text)
    raise NotInVocabulary(f"“{within}{key}”应为文字")


def list_of(value: Mapping[str, Any], key: str, within: str = "") -> list[Any]:
    """The list of a key; empty where the key is absent. Raises NotInVocabulary."""
    some = value.get(key)
    if some is None:
        return []
    if not isinstance(some, list):
        raise NotInVocabulary(f"“{within}{key}”应为列表")
    return some


def object_of(value: Any, name: str) -> Mapping[str, Any]:
    """The value as an object. Raises NotInVocabulary."""
    if not isinstance(value, Mapping):
        raise NotInVocabulary(f"“{name}”应为对象")
    return value
