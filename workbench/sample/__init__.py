"""Realistic submissions of all 58 units, with planted faults and duplicates."""

from workbench.sample.planted import FILE as PLANTED_FILE
from workbench.sample.planted import Planted
from workbench.sample.writing import SampleReport, write_sample

__all__ = ["PLANTED_FILE", "Planted", "SampleReport", "write_sample"]
