"""The review workbench: see ``docs/architecture.md`` for the rooms and their direction."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.review import Conflict, NotAllowed, Workspace

__version__ = "0.1.0"
__all__ = ["Conflict", "NotAllowed", "Workspace", "open"]


def open(path: str | None = None, database: str | None = None, by: str | None = None) -> "Workspace":  # noqa: A001 - the contract's name
    """Open the workspace in ``path`` (default: ``WORKBENCH_WORKSPACE``, else the current folder).

    Its frames show what the user ``by`` may see; without one, nothing that is secret (涉密).
    """
    from workbench.review import open_workspace  # noqa: PLC0415 - rooms import this package: the facade must be lazy

    return open_workspace(path, database, by)


def __getattr__(name: str) -> Any:
    """Give the names of the facade without importing every room with the package."""
    if name in {"Conflict", "NotAllowed", "Workspace"}:
        from workbench import review  # noqa: PLC0415 - see open()

        return getattr(review, name)
    raise AttributeError(name)
