"""Writes service guides in the handbook's printed form (附件2, 式样), as workbooks and as Word documents."""

from workbench.workbooks.guide_writing.boxes import boxes, topic_lists
from workbench.workbooks.guide_writing.document import write_guide_document
from workbench.workbooks.guide_writing.plan import Printed
from workbench.workbooks.guide_writing.workbook import GuideLayout, write_guides

__all__ = ["GuideLayout", "Printed", "boxes", "topic_lists", "write_guide_document", "write_guides"]
