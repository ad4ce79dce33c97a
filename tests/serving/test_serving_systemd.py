"""The systemd units."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from workbench.cli.main import main

UNITS = Path(__file__).parents[2] / "deploy" / "systemd"
ABSENT = re.compile(r"Command /opt/workbench/bin/workbench is not executable|Failed to open /etc/workbench")
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")


@needs_systemd
def test_systemd_understands_the_units():
    """Apart from the program, which is not installed at its place here, systemd has nothing to say."""
    units = sorted(map(str, [*UNITS.glob("*.service"), *UNITS.glob("*.timer")]))
    assert len(units) == 5
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, timeout=120, check=False
    )
    ours = [line for line in told.stderr.splitlines() if "workbench" in line]
    assert [line for line in ours if not ABSENT.search(line)] == []


@needs_systemd
def test_the_server_is_confined():
    """By systemd's own reckoning (0 safest, 10 unsafe) the server's exposure is below 2.5."""
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", str(UNITS / "workbench.service")],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert float(re.search(r"Overall exposure level for workbench\.service: ([\d.]+)", told.stdout)[1]) < 2.5


@pytest.mark.parametrize("unit", sorted(UNITS.glob("*.service")), ids=lambda unit: unit.stem)
def test_the_units_call_commands_that_are_there(unit: Path):
    """Every option that a unit gives to workbench is one of that command."""
    words = re.search(r"bin/workbench (\S+)([^\n]*)", unit.read_text())
    command = main.get_command(None, words[1])
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", words[2])) - known == set()
