"""The rule book for people follows the rules."""

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "docs" / "make_rule_pages.py"


def test_rule_pages_are_those_of_the_rules() -> None:
    """Every page in docs/rules is what the script makes of the rules today (run docs/make_rule_pages.py)."""
    spec = importlib.util.spec_from_file_location("make_rule_pages", SCRIPT)
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    written = {file.name: file.read_text(encoding="utf-8") for file in script.FOLDER.glob("*.md")}
    assert written == script.pages()
