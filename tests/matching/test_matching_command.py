"""``workbench compare -`` answers every line, however odd."""

import json

import pytest
from click.testing import CliRunner

from workbench.cli import main

GOOD = '{"id": 1, "name_a": "取水许可", "org_a": 5, "name_b": "取水许可证核发"}'
ODD = [
    "x",
    "[1]",
    "[" * 100_000,
    '{"id": 2, "name_a": "", "name_b": "取水许可"}',
    '{"id": 2, "name_b": "取水许可"}',
    '{"id": 2, "name_a": ["取水"], "name_b": "取水许可"}',
]
STRANGE = [
    "（（（（",
    "》《",
    "、",
    "和",
    "\ud800取水",
    "取水\x00许可",
    "(" * 50_000,
    "设立、" * 20_000,
    "的",
    "123",
    "对",
]


def answers(text):
    """Exit status and the answers."""
    result = CliRunner().invoke(main, ["compare", "-"], input=text)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_that_cannot_be_read_is_answered_too():
    """One answer a line in their order, 待判断 where nothing could be compared; the status says that some were not."""
    for odd in ODD:
        status, found = answers(f"{odd}\n{GOOD}\n")
        assert status == 2
        assert [answer["relation"] for answer in found] == ["unsure", "same"]
        assert (found[0]["level"], found[0]["score"]) == ("not-compared", 0.0)
        assert "第1行" in found[0]["reasons"][0]


def test_bytes_that_are_no_text_are_answered():
    """A line in another encoding does not stop the others."""
    status, found = answers(b"\xff\xfe{}\n" + GOOD.encode() + b"\n")
    assert (status, [answer["level"] for answer in found]) == (2, ["not-compared", "same-object-same-action"])


@pytest.mark.parametrize("name", STRANGE)
def test_strange_names_are_compared(name):
    """Any text is a name: the answer has a relation and reasons that can be written down."""
    status, found = answers(
        json.dumps({"id": ["\ud800"], "name_a": name, "name_b": "取水许可", "basis_a": "《第条"}) + "\n"
    )
    assert (status, len(found)) == (0, 1)
    assert found[0]["relation"] in {"same", "part", "different", "unsure"}
    assert found[0]["reasons"]
