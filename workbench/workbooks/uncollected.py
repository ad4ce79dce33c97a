"""Holds the garbage collector back while a workbook is made: it goes through a million cells that nothing will free."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection inside; measured, a large returns workbook takes a fifth to a third less time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
