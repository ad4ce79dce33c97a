"""Guides of departments' matters, with planted faults, in the layouts and formats that units use."""

from workbench.sample.guides.choosing import GuidedMatter, guided
from workbench.sample.guides.composed import Waiting
from workbench.sample.guides.planting import GuidePlanter, PlantedGuide
from workbench.sample.guides.rings import Rings
from workbench.sample.guides.writing import WrittenGuides, compose_unit, write_unit

__all__ = [
    "GuidePlanter",
    "GuidedMatter",
    "PlantedGuide",
    "Rings",
    "Waiting",
    "WrittenGuides",
    "compose_unit",
    "guided",
    "write_unit",
]
