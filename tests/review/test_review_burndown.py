"""What is left by day, the pace of late and the day on which it is done; all days are of August and September 2017."""

from datetime import date

from workbench.review.burndown import burn_down
from workbench.review.calendar import is_working_day

#: Twelve items on Monday 21 August, four more on the 24th.
ARRIVED = {f"M-{n}": f"2017-08-{21 if n < 12 else 24}T09:00:00+08:00" for n in range(16)}


def decided(item: int, day: int, stands: bool = True) -> tuple[str, str, bool]:
    """An event at ten o'clock."""
    return f"M-{item}", f"2017-08-{day:02}T10:00:00+08:00", stands


def test_what_is_left_at_the_end_of_each_day():
    """New files raise it, verdicts lower it, an undo raises it again; a second verdict on an item changes nothing."""
    events = [decided(0, 21), decided(1, 22), decided(0, 22), decided(1, 23, stands=False), decided(99, 23)]
    course = burn_down(ARRIVED, events, date(2017, 8, 25))
    assert [day.day for day in course.days] == [21, 22, 23, 24, 25]
    assert course.left == (11, 10, 11, 15, 15)


def test_the_pace_is_the_mean_of_five_working_days_before_today():
    """Work at a weekend counts, the weekend's days do not; today is not over and is left out."""
    events = [decided(0, 22), decided(1, 23), decided(2, 24), decided(3, 26), decided(4, 28), decided(5, 29)]
    course = burn_down(ARRIVED, events, date(2017, 8, 29))
    assert (course.pace, course.measured) == (1.0, 5)
    assert course.left[-1] == 10
    assert course.done_by == date(2017, 9, 12)  # ten working days after Tuesday, 29 August
    assert course.ahead(date(2017, 9, 2)) == [
        (date(2017, 8, 29), 10.0), (date(2017, 8, 30), 9.0), (date(2017, 8, 31), 8.0), (date(2017, 9, 1), 7.0),
        (date(2017, 9, 2), 7.0),
    ]  # fmt: skip


def test_nothing_is_foretold_of_the_first_day():
    """Without a whole working day there is no pace; without items left there is nothing to foretell."""
    first = burn_down(ARRIVED, [decided(0, 25)], date(2017, 8, 25))
    assert (first.pace, first.done_by, first.ahead(date(2017, 9, 1))) == (None, None, [])
    done = burn_down({"M-0": ARRIVED["M-0"]}, [decided(0, 22)], date(2017, 8, 25))
    assert (done.left[-1], done.done_by, done.ahead(date(2017, 9, 1))) == (0, date(2017, 8, 25), [])


def test_a_rehearsal_counts_what_comes_later_as_of_today():
    """The day that WORKBENCH_TODAY names may lie before all files and verdicts."""
    course = burn_down(ARRIVED, [decided(0, 22)], date(2017, 7, 20))
    assert (course.days, course.left) == ((date(2017, 7, 20),), (15,))


def test_the_holidays_of_the_national_day_are_no_working_days():
    """30 September 2017, a Saturday, was worked in lieu; 2 to 6 October were free."""
    assert is_working_day(date(2017, 9, 30))
    assert not any(is_working_day(date(2017, 10, day)) for day in range(1, 9))
    assert is_working_day(date(2017, 10, 9))
