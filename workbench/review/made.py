"""What was made of records that are still the same objects: it need not be made again."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Made = TypeVar("Made")


class MadeOf(Generic[Made]):
    """Made of a few things each, and kept as long as it is asked for; only the very same objects are the same things."""

    def __init__(self) -> None:
        """Nothing made yet."""
        self._known: dict[tuple[int, ...], tuple[tuple[object, ...], Made]] = {}

    def each(self, groups: Sequence[tuple[object, ...]], make: Callable[..., Made]) -> list[Made]:
        """What is made of each group's things; what was made of others before is forgotten."""
        keys = [tuple(map(id, group)) for group in groups]  # what is known holds its things: no other has their place
        former = self._known
        now = {
            key: former[key] if key in former else (group, make(*group))
            for key, group in zip(keys, groups, strict=True)
        }
        self._known = now
        return [now[key][1] for key in keys]
