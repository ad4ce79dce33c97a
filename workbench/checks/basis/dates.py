"""Dates printed in citations, and the day that they are judged by."""

import re
from datetime import date, datetime, timedelta, timezone

from workbench.checks.item import Item

#: A full date as printed, real or not.
DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")

#: The month of the handbook: nothing is filed under it earlier.
HANDBOOK_ISSUED = date(2017, 6, 1)

_CHINA = timezone(timedelta(hours=8))


def as_date(match: re.Match[str]) -> date | None:
    """The day that a match of :data:`DATE` names; None where the calendar has no such day."""
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def submission_date(item: Item) -> date | None:
    """The day of the submission or of the check, where it is known."""
    printed = (item.meta or {}).get("date")
    try:
        return date.fromisoformat(str(printed)[:10]) if printed else None
    except ValueError:
        return None


def judged_on(item: Item) -> date:
    """The day of the submission; today where it is not known."""
    return submission_date(item) or datetime.now(_CHINA).date()
