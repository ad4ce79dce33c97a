"""Writers and the exporter killed in mid-work, on both databases: a few of the many kills of the benchmark."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "store" / "kills.py"


@pytest.mark.usefixtures("backend")
def test_kills_lose_no_verdict_and_break_no_workbook(url):
    """Every acknowledged verdict is there, the chain is whole, workbooks open and show all that their stamps cover."""
    done = subprocess.run([sys.executable, PROGRAM, url, "--kills", "4"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    *_, figures = done.stdout.splitlines()
    _, _, kills, told, _, faults, _ = (cell.strip() for cell in figures.split("|"))
    assert (kills, faults) == ("4", "0")
    assert int(told) >= 4
