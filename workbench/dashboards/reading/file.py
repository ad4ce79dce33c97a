"""The submitted file of an item as its page shows it: what is said of it as a whole, and what became of its cells."""

from collections import Counter
from typing import Any

from workbench import checks
from workbench.dashboards.reading.tones import SEVERITY_TONES
from workbench.review import Detail

#: Use of a cell -> the word for it.
_USES = {"field": "读为内容", "header": "表头", "title": "标题", "ignored": "未读"}


def read_file(detail: Detail) -> dict[str, Any]:
    """Values for the template ``file.html.j2``: ``read`` are counts by use, ``left`` why cells were not read."""
    counts: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for use in detail.file_uses:
        counts[use.use] += use.count
        if use.use == "ignored":
            left[use.reason] += use.count
    return {
        "name": detail.matter.place.file,
        "findings": [
            {
                "tone": SEVERITY_TONES[each.severity],
                "severity": str(each.severity),
                "name": rule.name if (rule := checks.by_code(each.rule)) else each.rule,
                "clause": each.clause,
                "message": each.message,
            }
            for each in detail.file_findings
        ],
        "cells": counts.total(),
        "read": [(word, counts[use]) for use, word in _USES.items() if counts[use]],
        "left": left.most_common(),
    }
