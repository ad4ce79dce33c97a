"""Guides of departments' matters, with planted faults, in the layouts and formats that units use."""

from workbench.sample.guides.choosing import GuidedMatter, guided
from workbench.sample.guides.planting import GuidePlanter, PlantedGuide
from workbench.sample.guides.writing import WrittenGuides, write_unit

__all__ = ["GuidePlanter", "GuidedMatter", "PlantedGuide", "WrittenGuides", "guided", "write_unit"]
