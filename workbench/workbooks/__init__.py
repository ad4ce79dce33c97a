"""Reading submitted workbooks, writing submissions and the workbooks that go back to the units.

The writers are loaded when first asked for: whoever only reads need not wait for them.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.workbooks.submission import MainItem, SubmissionSheet, write_submission

__all__ = ["MainItem", "SubmissionSheet", "write_submission"]


def __getattr__(name: str) -> Any:
    """Give the writers' names without importing their libraries with the package."""
    if name in {"MainItem", "SubmissionSheet", "write_submission"}:
        from workbench.workbooks import submission  # noqa: PLC0415 - the writers' libraries load when needed

        return getattr(submission, name)
    raise AttributeError(name)
