"""The reader of citations against its cases: a basis cell, and exactly what `workbench cite` says of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from workbench.citations import as_json, parse

FOLDER = Path(__file__).parent / "cases"


def _cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.yml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{file.stem}-{case['name']}")


@pytest.mark.parametrize("case", list(_cases()))
def test_case(case: dict[str, Any]) -> None:
    """The cell is read as the case says, key for key, in the order of the text."""
    assert [as_json(citation) for citation in parse(case["text"])] == case["citations"]
