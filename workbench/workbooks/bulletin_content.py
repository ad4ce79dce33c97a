"""What the monthly bulletin (通报) says, apart from how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BulletinLine:
    """A group or unit: ``counts`` are matters with 通过, 退回修改, other verdicts and none yet, in this order.

    ``corrected`` and ``uncorrected`` are problems of the round before that are mended, or not for sure.
    """

    group: str
    name: str
    rows: int
    counts: tuple[int, int, int, int]
    violations: int
    doubts: int
    month: int
    corrected: int = 0
    uncorrected: int = 0

    @property
    def decided(self) -> int:
        """Matters with a verdict."""
        return sum(self.counts[:3])

    @property
    def share(self) -> str:
        """Decided of all in percent; a dash where nothing was handed in."""
        return f"{self.decided / self.rows:.0%}" if self.rows else "—"


@dataclass(frozen=True, slots=True)
class BulletinFault:
    """A kind of fault, its clause, on how many matters it was found and how many of those were returned."""

    name: str
    clause: str
    items: int
    returned: int


@dataclass(frozen=True, slots=True)
class BulletinContent:
    """A whole bulletin; ``due`` are lines about the stages still to come."""

    title: str
    day: str
    summary: str
    groups: Sequence[BulletinLine]
    units: Sequence[BulletinLine]
    missing: Sequence[str]
    faults: Sequence[BulletinFault]
    due: Sequence[str]
