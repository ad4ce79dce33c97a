"""Puts a unit by hand into a group, in the text of ``group_assignments.yml``, comments kept."""

import re

from workbench.assignments.loading import parse


def with_unit(text: str, unit: str, group: int) -> str:
    """The text with ``unit`` as a last entry of the group's cities (names ending with 市) or departments.

    Raises:
        InvalidAssignments: the text would not be valid any more.
        ValueError: the group's list is not written as the file that comes with the package writes it.
    """
    heading = "cities" if unit.endswith("市") else "departments"
    lines = text.splitlines()
    start = _find(lines, re.compile(rf"  - number: {group}\s*$"), 0)
    at = _find(lines, re.compile(rf"    {heading}:\s*$"), start) + 1
    while at < len(lines) and lines[at].startswith("      "):
        at += 1
    name = '"' + unit.replace("\\", "\\\\").replace('"', '\\"') + '"'
    entry = [
        f"      - name: {name}  # assigned by hand",
        f"        full_name: {name}",
        "        source: general knowledge",
        "        confidence: low",
        "        aliases: []",
    ]
    changed = "\n".join([*lines[:at], *entry, *lines[at:]]) + "\n"
    parse(changed)
    return changed


def _find(lines: list[str], pattern: re.Pattern[str], start: int) -> int:
    for place in range(start, len(lines)):
        if pattern.match(lines[place]):
            return place
    raise ValueError(pattern.pattern)
