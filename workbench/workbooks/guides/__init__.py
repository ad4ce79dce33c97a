"""Reads service guides (办事指南) as units print them: forms, tables with one row a matter, tables in Word documents."""

from workbench.workbooks.guides.reading import GuidesReading, read_guides

__all__ = ["GuidesReading", "read_guides"]
