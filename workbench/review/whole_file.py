"""What the checks say of a submitted file as a whole: its columns, its numbering, its format and its date."""

from collections.abc import Mapping
from pathlib import Path

from workbench import checks, workbooks
from workbench.records import CatalogueKind, Finding
from workbench.workbooks.guarded import Format, recognise

#: The kind of a guide, and of a file that holds guides alone.
GUIDES = "办事指南"
#: The stage by whose last day a first submission is due (rule book, section 4); guides come in several steps.
_STAGES = {CatalogueKind.PROVINCIAL: "S2-P1", CatalogueKind.CITY: "S2-C1", CatalogueKind.DEPARTMENT: "S2-P3"}


def check_file(
    name: str, content: bytes, reading: workbooks.SubmissionReading, unit: str, kind: str, context: checks.Context
) -> tuple[Finding, ...]:
    """The findings on the sheet of the catalogue, where there is one, and on the file.

    Args:
        name: the file's name.
        content: its bytes.
        reading: what was read in it.
        unit: the unit's short name.
        kind: the catalogue's kind, or 办事指南.
        context: what checks may ask.
    """
    catalogue = reading.catalogue
    sheet = checks.Item(
        headers=catalogue.headers if catalogue else None,
        seq=catalogue.seq if catalogue else None,
        meta=_meta(name, content, reading, kind),
        catalogue=None if kind == GUIDES else kind,
        org=unit,
    )
    return checks.run(sheet, context).findings


def _meta(name: str, content: bytes, reading: workbooks.SubmissionReading, kind: str) -> Mapping[str, str] | None:
    """The workflow data that the file itself tells; lines for programs tell none.

    The date is the one that the unit wrote into the file, and is judged only where no later round is meant.
    """
    opens_as = recognise(content)
    if opens_as is Format.JSON_LINES:
        return None
    told = {"file": Path(name).name, "opens_as": str(opens_as), "kind": "指南" if kind == GUIDES else "目录"}
    if kind in _STAGES:
        told |= {"catalogue": kind, "stage": _STAGES[CatalogueKind(kind)]}
    if reading.date_text and not reading.round_text:
        told["date"] = reading.date_text
    return told
