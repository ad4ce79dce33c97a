"""Guides that are composed and not yet written."""

from dataclasses import dataclass, field

from workbench.records import Guide, Unit
from workbench.sample.guides.choosing import GuidedMatter
from workbench.sample.guides.planting import PlantedGuide


@dataclass(frozen=True, slots=True)
class Composed:
    """A matter's correct guide, and the same with a fault where one is planted."""

    matter: GuidedMatter
    guide: Guide
    planted: PlantedGuide | None

    @property
    def sent(self) -> Guide:
        """The guide as it is submitted."""
        return self.planted.guide if self.planted else self.guide


@dataclass(frozen=True, slots=True)
class Waiting:
    """The guides of a department; ``at`` is its number in the roster."""

    unit: Unit
    at: int
    composed: list[Composed] = field(default_factory=list)
