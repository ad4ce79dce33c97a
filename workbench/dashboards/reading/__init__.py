"""Turns what review knows of an item into what a page shows of it: plain values for the templates."""

from workbench.dashboards.reading.detail import read
from workbench.dashboards.reading.differences import compared
from workbench.dashboards.reading.marks import Segment, marked

__all__ = ["Segment", "compared", "marked", "read"]
