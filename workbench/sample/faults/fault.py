"""What a fault is: a rule, the rows that it can be planted in, and what it changes there."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from workbench.records import CatalogueKind, Unit
from workbench.sample.drafts import Draft, Office

#: Field of a row -> its faulty value.
Change = dict[str, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """A correct row. ``single``: it is a main item without sub-items, so that its own name may be changed."""

    unit: Unit
    kind: CatalogueKind
    draft: Draft
    office: Office
    name: str
    single: bool
    chance: Random

    @property
    def is_provincial(self) -> bool:
        """The row stands in 省目录."""
        return self.kind is CatalogueKind.PROVINCIAL

    @property
    def labels(self) -> list[str]:
        """The ranks of the documents cited."""
        return [provision.statute.label for provision in self.draft.provisions]


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault."""

    rule: str
    detail: str
    fits: Callable[[Subject], bool]
    change: Callable[[Subject], Change]


def always(_: Subject) -> bool:
    """For faults that fit every row."""
    return True


def alone(subject: Subject) -> bool:
    """For faults that a sub-item would not show: a blank cell of its own is filled by its main item."""
    return subject.single


def provincial(subject: Subject) -> bool:
    """For faults of 省目录."""
    return subject.is_provincial


def of_city(subject: Subject) -> bool:
    """For faults of 市设目录."""
    return not subject.is_provincial
