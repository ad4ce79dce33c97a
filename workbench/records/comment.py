"""What reviewers say to each other about a matter, a guide, a pair or a cluster."""

from dataclasses import dataclass

from workbench.records.unit import Role


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark, never changed; ``role`` and ``group`` are those that its author had then."""

    number: int
    item: str
    by: str
    role: Role
    group: int | None
    at: str
    text: str
