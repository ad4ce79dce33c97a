"""A property that is worked out when it is first read."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - written like property
    """As functools.cached_property, without the lock that it takes in Python 3.11: that costs more than the work."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        """Decorates a method."""
        self._work, self._name = work, work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "once[T]": ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> "once[T] | T":
        """Works it out and puts it in the property's place."""
        if owner is None:
            return self
        value: T = self._work(owner)
        owner.__dict__[self._name] = value
        return value
