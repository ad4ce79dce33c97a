"""What tests share: one sample, read once and copied for every test that writes, and one browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from workbench import assignments
from workbench.review import Workspace, open_workspace
from workbench.sample import write_sample

MATTERS = 600
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, ignore_default_args=["--hide-scrollbars"]
        )
        yield started
        started.close()
