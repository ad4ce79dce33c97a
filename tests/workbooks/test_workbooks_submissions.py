"""Messes that departments send: each small submission is read exactly as what stands beside it says."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from workbench.workbooks import ReadGuide, SubmissionReading, read_submission

SCRIPT = runpy.run_path(str(Path(__file__).parent / "quirks" / "submissions.py"))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as the script writes it."""
    path: Path = tmp_path_factory.mktemp("submissions")
    SCRIPT["write"](path)
    return path


def _guide(read: ReadGuide) -> dict[str, Any]:
    """Elements, remarks and the materials' names and bases."""
    materials = [[each.text("材料名称") or "", each.text("设定依据") or ""] for each in read.guide.materials or ()]
    remarks = {"备注": read.guide.remarks} if read.guide.remarks else {}
    return dict(read.guide.elements) | remarks | ({"材料": materials} if materials else {})


def _outcome(name: str, reading: SubmissionReading) -> dict[str, Any]:
    rows = [each.row for each in reading.catalogue.rows] if reading.catalogue else []
    told = [problem.message.removeprefix(name).lstrip(" ：") for problem in reading.problems]
    return {
        "kind": reading.kind,
        "unit": reading.unit_text,
        "rows": [[row.seq, row.item_name, row.sub_item_name, row.legal_basis] for row in rows],
        "guides": [_guide(read) for read in reading.guides],
        "told": told,
        "unread": [[use.cells, use.count, use.reason] for use in reading.report if use.use == "ignored"],
    }


@pytest.mark.parametrize("name", SCRIPT["SUBMISSIONS"])
def test_each_submission_is_read_as_stands_beside_it(folder: Path, name: str) -> None:
    """Kind, unit, rows, guides, what is told and what was not read are exactly those expected."""
    wanted = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    assert _outcome(name, read_submission(folder / name)) == wanted
