"""How many items still wait for a verdict, day by day, and when they are done if it goes on as of late."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from workbench.review.calendar import day_of, days, is_working_day

#: The pace is the mean of so many working days; today, which is not over, is none of them.
WINDOW = 5
#: No forecast looks further ahead than so many days.
HORIZON = 366


@dataclass(frozen=True, slots=True)
class BurnDown:
    """``left`` are the items without a verdict at the end of each of ``days``, of which the last is today.

    ``pace`` is how many verdicts a working day brings, by the last ``measured`` working days before today; None where
    there is none yet. ``done_by`` is when nothing is left at that pace; None where that cannot be said.
    """

    days: tuple[date, ...]
    left: tuple[int, ...]
    pace: float | None
    measured: int
    done_by: date | None

    def ahead(self, until: date) -> list[tuple[date, float]]:
        """What will be left at the end of the days from today until ``until``, at the pace of late."""
        points, rest = [(self.days[-1], float(self.left[-1]))], float(self.left[-1])
        if not self.pace or not rest:
            return []
        for day in days(self.days[-1] + timedelta(days=1), until):
            rest = max(0.0, rest - self.pace * is_working_day(day))
            points.append((day, rest))
            if not rest:
                break
        return points


def burn_down(arrived: Mapping[str, str], events: Iterable[tuple[str, str, bool]], today: date) -> BurnDown:
    """The course of the items in ``arrived``.

    Args:
        arrived: item -> when it first came in, as the store keeps times.
        events: item, time, and whether a verdict stands after it; oldest first, of any items.
        today: the last day; what came later (in a rehearsal) counts as of today.
    """
    came = Counter(min(day_of(at), today) for at in arrived.values())
    done, first_decision = _decided(arrived, events, today)
    course = tuple(days(min(came, default=today), today))
    left, decided, count, settled = [], [], 0, 0
    for day in course:
        count += came[day]
        settled += done[day]
        left.append(count - settled)
        decided.append(settled)
    pace, measured = _pace(course, decided, first_decision)
    return BurnDown(course, tuple(left), pace, measured, _done_by(today, left[-1], pace))


def _decided(
    arrived: Mapping[str, str], events: Iterable[tuple[str, str, bool]], today: date
) -> tuple[Counter[date], date | None]:
    """By how many the decided items grew (or, after undos, shrank) on each day, and the day of the first verdict."""
    grown: Counter[date] = Counter()
    standing: set[str] = set()
    first: date | None = None
    for item, at, decided in events:
        if item not in arrived or decided == (item in standing):
            continue
        day = min(max(day_of(at), day_of(arrived[item])), today)
        first = first or day
        grown[day] += 1 if decided else -1
        standing ^= {item}
    return grown, first


def _pace(course: Sequence[date], decided: Sequence[int], first: date | None) -> tuple[float | None, int]:
    """Verdicts a working day over the last working days before today, and how many days those are."""
    places = [place for place, day in enumerate(course[:-1]) if first and day >= first and is_working_day(day)]
    window = places[-WINDOW:]
    if not window:
        return None, 0
    before = decided[window[0] - 1] if window[0] else 0
    return (decided[-2] - before) / len(window), len(window)


def _done_by(today: date, left: int, pace: float | None) -> date | None:
    if not left:
        return today
    if not pace or pace < 0:
        return None
    wanted = ceil(left / pace)
    for day in days(today + timedelta(days=1), today + timedelta(days=HORIZON)):
        wanted -= is_working_day(day)
        if not wanted:
            return day
    return None
