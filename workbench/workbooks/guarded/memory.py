"""Gives memory that is free back to the system, so that this process and its parent need less of it together."""

import ctypes
from collections.abc import Callable
from typing import cast

#: Only the GNU C library has it; elsewhere the process keeps what it has till it ends.
_trim = cast("Callable[[int], int] | None", getattr(ctypes.CDLL(None), "malloc_trim", None))


def give_back() -> None:
    """Give back what is free."""
    if _trim is not None:
        _trim(0)
