"""The promised limit beside the statutory one, and whether the matter is handled at once."""

from dataclasses import dataclass

from workbench.checks.guide_facts import filled
from workbench.checks.item import Item
from workbench.checks.ticks import answer
from workbench.checks.time_limits import Limit, limit_of

STATUTORY, COMMITTED = "法定办结时限", "承诺办结时限"
INSTANT_KIND, PROMISE_KIND = "即办件", "承诺件"


@dataclass(frozen=True, slots=True)
class Promise:
    """Both limits of a guide, and the promised one as printed; 当场 has no unit."""

    statutory: Limit
    committed: Limit
    text: str

    @property
    def same_unit(self) -> bool:
        """Whether the limits can be compared; 当场 is compared with any."""
        return not self.committed.number or self.statutory.unit == self.committed.unit


def promised(item: Item) -> Promise | None:
    """Both limits; None where one is not told in a number or the law sets none."""
    statutory, text = limit_of(filled(item, STATUTORY)), filled(item, COMMITTED)
    committed = limit_of(text)
    return Promise(statutory, committed, text) if statutory and statutory.number and committed else None


def case_type(item: Item) -> str:
    """即办件 or 承诺件; blank where none or both are chosen."""
    options = answer(filled(item, "办件类型"), (INSTANT_KIND, PROMISE_KIND)).options
    return options[0] if len(options) == 1 else ""


def is_instant_kind(item: Item) -> bool:
    """Whether the matter is 即办件."""
    return case_type(item) == INSTANT_KIND
