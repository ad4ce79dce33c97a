"""Quirks of Excel, WPS, LibreOffice and exporting systems: each small file gives exactly what stands beside it."""

import json
import runpy
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from workbench.workbooks.guarded import Grid, parse

SCRIPT = runpy.run_path(str(Path(__file__).parent / "quirks" / "write.py"))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as the script writes it, with what LibreOffice makes of two of its files."""
    path = tmp_path_factory.mktemp("quirks")
    SCRIPT["write"](path)
    return path


@pytest.fixture(scope="session")
def converted(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbooks as LibreOffice saves them in its own and in the old format."""
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation=file://{tmp_path_factory.mktemp('profile')}"
    sources = [str(folder / name) for name in ("数字.xlsx", "隐藏.xlsx", "公式.xlsx", "换行.xlsx")]
    for ending in ("xls", "ods"):
        command = [office, profile, "--headless", "--convert-to", ending, "--outdir", str(folder), *sources]
        subprocess.run(command, check=True, capture_output=True)
    return folder


def told(grid: Grid) -> dict[str, Any]:
    """A grid as JSON has it."""
    plain = asdict(grid) | {
        "hidden_rows": sorted(grid.hidden_rows),
        "hidden_columns": sorted(grid.hidden_columns),
        "merges": [list(merge) for merge in grid.merges],
    }
    return json.loads(json.dumps(plain, ensure_ascii=False))


@pytest.mark.parametrize("name", SCRIPT["QUIRKS"])
def test_a_quirk_is_read_as_written_beside_it(folder: Path, name: str):
    """Texts as displayed, merges, what is hidden, and formulas without a result."""
    expected = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    assert [told(grid) for grid in parse((folder / name).read_bytes())] == expected


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xls", "ods"])
@pytest.mark.parametrize("name", ["数字", "隐藏", "换行"])
def test_other_formats_give_the_same(converted: Path, name: str, ending: str):
    """What LibreOffice makes of a workbook is read as the workbook itself."""
    expected = json.loads((converted / f"{name}.xlsx.json").read_text(encoding="utf-8"))
    assert [told(grid) for grid in parse((converted / f"{name}.{ending}").read_bytes())] == expected
