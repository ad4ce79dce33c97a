"""Every notebook runs, has no outputs committed, and rings only the doorbell."""

import json
import re
from pathlib import Path

import nbclient
import nbformat
import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(path.name for path in FOLDER.glob("*.ipynb"))


def test_all_notebooks_are_there():
    """Five dashboards and the analysts' notebook."""
    wanted = ("duplicates", "explore", "intake", "preconditions", "progress", "review", "rules")
    assert {f"{name}.ipynb" for name in wanted} == set(NOTEBOOKS)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_holds_no_code_of_its_own(name: str):
    """No outputs, no def, no class; a dashboard is one cell."""
    notebook = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["outputs"] for cell in code] == [[] for _ in code]
    assert not any(re.search(r"^\s*(?:def|class) ", "".join(cell["source"]), re.MULTILINE) for cell in code)
    assert name == "explore.ipynb" or len(code) == 1


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs(name: str, sampled: Path, monkeypatch: pytest.MonkeyPatch):
    """It runs from top to bottom on the sample, and each code cell shows something without a fault."""
    monkeypatch.setenv("WORKBENCH_WORKSPACE", str(sampled))
    monkeypatch.setenv("HTTP_X_REVIEW_USER", "group2")
    monkeypatch.setenv("PYTHONWARNINGS", "default")
    notebook = nbformat.read(FOLDER / name, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(shown)
    assert not any(each.get("output_type") == "error" for outputs in shown for each in outputs)
