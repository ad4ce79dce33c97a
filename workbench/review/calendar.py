"""What day it is for the review, and on which days the offices work."""

import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from workbench.records import BEIJING, in_beijing

_SATURDAY = 5
#: Days at a weekend that were worked in lieu of a holiday: 2017-09-30, for the National Day.
_WORKED = (date(2017, 9, 30),)
#: Weekdays on which nobody worked: 2 to 6 October 2017, National Day and Mid-Autumn Festival.
_HOLIDAYS = tuple(date(2017, 10, day) for day in range(2, 7))
_DAY = timedelta(days=1)


def today() -> date:
    """Today, or the day that ``WORKBENCH_TODAY`` (YYYY-MM-DD) names: for rehearsals and for looking back."""
    named = os.environ.get("WORKBENCH_TODAY")
    return date.fromisoformat(named) if named else datetime.now(BEIJING).date()


def day_of(at: str) -> date:
    """The day in Beijing of a time as the store keeps it (ISO 8601 with its zone)."""
    return in_beijing(at).date()


def is_working_day(day: date) -> bool:
    """Whether the offices work; the holidays of the year of the handbook's deadlines are known."""
    return day in _WORKED or (day.weekday() < _SATURDAY and day not in _HOLIDAYS)


def days(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` to ``last``, both in it."""
    for number in range((last - first).days + 1):
        yield first + number * _DAY
