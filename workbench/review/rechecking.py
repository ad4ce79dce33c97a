"""Checks again what was taken in with other reference lists or settings than there are now."""

from collections.abc import Callable
from pathlib import Path

from workbench import checks, workbooks
from workbench.records import Finding, Matter, Submission
from workbench.review.examine import row_item
from workbench.review.whole_file import GUIDES, check_file
from workbench.store import Store

Progress = Callable[[int, int], None]


def recheck(store: Store, context: checks.Context, progress: Progress) -> int:
    """Run the rules on rows and sheets anew over every current submission that is behind; how many those were.

    Ids, verdicts and rounds stay. Guides follow by themselves: their checks carry the same stamp.
    """
    behind = set(store.checked_otherwise(context.fingerprint))
    due = [each for each in store.submissions() if each.sha256 in behind]
    for done, submission in enumerate(due, start=1):
        _check(store, submission, context)
        progress(done, len(due))
    return len(due)


def _check(store: Store, submission: Submission, context: checks.Context) -> None:
    rows = [] if submission.kind == GUIDES else _rows(store, submission)
    outcomes = {matter.item: checks.run(row_item(matter), context) for matter in rows}
    store.keep_row_checks(
        submission.sha256,
        {item: outcome.findings for item, outcome in outcomes.items()},
        {item: outcome.not_checked for item, outcome in outcomes.items()},
        _whole(store, submission, context),
        context.fingerprint,
    )


def _rows(store: Store, submission: Submission) -> list[Matter]:
    return [matter for matter in store.matters([submission.unit]) if matter.kind == submission.kind]


def _whole(store: Store, submission: Submission, context: checks.Context) -> tuple[Finding, ...]:
    """What the rules on the file as a whole say; it is read again from the stored bytes."""
    content = store.content(submission.sha256)
    reading = workbooks.read_submission(Path(submission.file), content)
    return check_file(submission.file, content, reading, submission.unit, submission.kind, context)
