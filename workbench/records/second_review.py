"""Second, blind reviews of a sample: who is asked what, and what both reviewers said."""

from dataclasses import dataclass

from workbench.records.verdict import Decision, Event


@dataclass(frozen=True, slots=True)
class Sample:
    """A draw from a group's verdicts: ``size`` of the ``of`` that could have been drawn, by ``seed``."""

    number: int
    group: int
    size: int
    of: int
    seed: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class SecondTask:
    """An item that ``reviewer`` is to decide again without seeing the first verdict."""

    sample: int
    item: str
    unit: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class SecondVerdict:
    """What the second reviewer said; it is no part of the chain and changes no verdict."""

    sample: int
    decision: Decision
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class SecondReview:
    """A second review that is done, beside the verdict that it repeats."""

    group: int
    unit: str
    first: Event
    second: SecondVerdict
