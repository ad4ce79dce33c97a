"""Workspaces that tests share: one sample, read once, copied for every test that writes."""

import shutil
from pathlib import Path

import pytest

from workbench import assignments
from workbench.review import Workspace, open_workspace
from workbench.sample import write_sample

MATTERS = 600


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample submissions of all 58 units, taken in. Not to be written to."""
    folder = tmp_path_factory.mktemp("workspace")
    write_sample(folder / "data" / "submissions", MATTERS, 2017)
    (folder / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    workspace = open_workspace(folder)
    lines = workspace.intake()
    assert [line.file for line in lines if line.status != "新收"] == []
    workspace.store.close()
    return folder


@pytest.fixture
def workspace(sampled: Path, tmp_path: Path) -> Workspace:
    """A copy of the sampled workspace, for tests that write."""
    shutil.copytree(sampled, tmp_path / "workspace")
    return open_workspace(tmp_path / "workspace")
