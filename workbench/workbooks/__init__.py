"""Touches the cells of workbooks: reads submissions, writes submissions and the workbooks that go back to the units.

The writers are loaded when first asked for: whoever only reads need not wait for their libraries.
"""

from typing import TYPE_CHECKING, Any

from workbench.workbooks.catalogue import read_catalogue
from workbench.workbooks.reading import CatalogueReading, ReadGuide, ReadHandling, ReadRow, SubmissionReading
from workbench.workbooks.reference_list import (
    LIST_COLUMNS,
    STATUTE_COLUMNS,
    ListColumns,
    ListReading,
    ListRow,
    read_reference_list,
)
from workbench.workbooks.returns_reading import ReturnsReading, TypedPart, TypedRow, read_returns
from workbench.workbooks.submission_reading import read_submission
from workbench.workbooks.turns import Turn
from workbench.workbooks.unpacking import Part, unpack
from workbench.workbooks.unreadable import ReadingDied, UnreadableWorkbook

if TYPE_CHECKING:
    from workbench.workbooks.letter import LetterContent, MainProblem, write_letter
    from workbench.workbooks.list_template import write_list_template
    from workbench.workbooks.plain_text import clean
    from workbench.workbooks.returns import write_returns
    from workbench.workbooks.returns_content import (
        FormerProblem,
        NotCheckedRule,
        ReturnedFinding,
        ReturnedPart,
        ReturnedRow,
        ReturnsContent,
        titles,
    )
    from workbench.workbooks.submission import MainItem, SubmissionSheet, write_submission

_WRITERS = {
    "FormerProblem": "returns_content",
    "LetterContent": "letter",
    "MainItem": "submission",
    "MainProblem": "letter",
    "NotCheckedRule": "returns_content",
    "ReturnedFinding": "returns_content",
    "ReturnedPart": "returns_content",
    "ReturnedRow": "returns_content",
    "ReturnsContent": "returns_content",
    "SubmissionSheet": "submission",
    "clean": "plain_text",
    "titles": "returns_content",
    "write_letter": "letter",
    "write_list_template": "list_template",
    "write_returns": "returns",
    "write_submission": "submission",
}
__all__ = [
    "LIST_COLUMNS",
    "STATUTE_COLUMNS",
    "CatalogueReading",
    "FormerProblem",
    "LetterContent",
    "ListColumns",
    "ListReading",
    "ListRow",
    "MainItem",
    "MainProblem",
    "NotCheckedRule",
    "Part",
    "ReadGuide",
    "ReadHandling",
    "ReadRow",
    "ReadingDied",
    "ReturnedFinding",
    "ReturnedPart",
    "ReturnedRow",
    "ReturnsContent",
    "ReturnsReading",
    "SubmissionReading",
    "SubmissionSheet",
    "Turn",
    "TypedPart",
    "TypedRow",
    "UnreadableWorkbook",
    "clean",
    "read_catalogue",
    "read_reference_list",
    "read_returns",
    "read_submission",
    "titles",
    "unpack",
    "write_letter",
    "write_list_template",
    "write_returns",
    "write_submission",
]


def __getattr__(name: str) -> Any:
    """Give the writers' names without importing their libraries with the package."""
    if name in _WRITERS:
        from importlib import import_module  # noqa: PLC0415 - only where a writer is asked for

        return getattr(import_module(f"workbench.workbooks.{_WRITERS[name]}"), name)
    raise AttributeError(name)
