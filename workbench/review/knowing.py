"""Work that is done in other processes, or on other machines, reads bases as it would here."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from workbench.citations import Statute, added_statutes, use_statutes

Item = TypeVar("Item")
Result = TypeVar("Result")


def knowing(work: Callable[[Item], Result]) -> Callable[[Item], Result]:
    """The same work, wherever it is done with the statutes that this process knows now."""
    return partial(_done, work=work, statutes=added_statutes())


def _done(item: Item, work: Callable[[Item], Result], statutes: tuple[Statute, ...]) -> Result:
    use_statutes(statutes)
    return work(item)
