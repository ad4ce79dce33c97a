"""What day it is for the review."""

import os
from datetime import date


def today() -> date:
    """Today, or the day that ``WORKBENCH_TODAY`` (YYYY-MM-DD) names: for rehearsals and for looking back."""
    named = os.environ.get("WORKBENCH_TODAY")
    return date.fromisoformat(named) if named else date.today()  # noqa: DTZ011 - deadlines are local days
