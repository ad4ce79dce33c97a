"""When something was: stored in UTC, read on a clock in the province, wherever the machine stands."""

from datetime import datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8), "北京时间")


def in_beijing(at: str) -> datetime:
    """A stored time (ISO 8601 with its offset) as Beijing time.

    Raises:
        ValueError: it is no such time.
    """
    return datetime.fromisoformat(at).astimezone(BEIJING)


def shown_moment(at: str) -> str:
    """A stored time as people write it, to the second: 2017-08-01 09:30:00."""
    return f"{in_beijing(at):%Y-%m-%d %H:%M:%S}"
