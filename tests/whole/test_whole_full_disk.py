"""A disk that is full: said in words, nothing lost, and on it goes when there is space."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAMS = Path(__file__).parent / "full_disk"


def own_mounts() -> list[str]:
    """The command that starts a program with mounts of its own, as root or in a user namespace."""
    for command in (["unshare", "-m"], ["unshare", "-rm"]):
        tried = subprocess.run([*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False)
        if tried.returncode == 0:
            return command
    pytest.skip("neither root nor a user namespace may mount here, so no small disk can be made")


@pytest.mark.parametrize("program", ["store", "exporter"])
def test_a_full_disk_loses_nothing_and_is_said(tmp_path: Path, program: str):
    """The program fills a small disk, compares what was acknowledged, and goes on with space; it asserts as it goes."""
    command = [*own_mounts(), sys.executable, str(PROGRAMS / f"{program}.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == 0, done.stderr
