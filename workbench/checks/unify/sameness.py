"""How sure it is that two rows or guides are one matter, and how two lists of provisions differ, in words."""

from collections.abc import Collection, Mapping
from typing import Any

from workbench.checks.documents import cited, documents
from workbench.checks.row_facts import shorten
from workbench.records import Guide, Row, Severity
from workbench.records.tidy import bare


def row_severity(a: Row, b: Row) -> Severity:
    """违规 where the names agree or a provision is common to both; else only matching says that they are one matter."""
    sure = bare(a.full_name) == bare(b.full_name) or bool(
        cited(a.legal_basis or "").keys() & cited(b.legal_basis or "")
    )
    return Severity.VIOLATION if sure else Severity.DOUBT


def guide_severity(a: Guide, b: Guide) -> Severity:
    """:func:`row_severity`, for guides."""
    common = documents(a.text("设定依据") or "") & documents(b.text("设定依据") or "")
    return Severity.VIOLATION if bare(a.name) == bare(b.name) or common else Severity.DOUBT


def told_apart(ours: Mapping[Any, str], theirs: Mapping[Any, str]) -> str:
    """What one side lacks and has more, in words; blank where both have the same."""
    return lacking_and_more(
        [told for key, told in theirs.items() if key not in ours],
        [told for key, told in ours.items() if key not in theirs],
    )


def lacking_and_more(lacking: Collection[str], more: Collection[str]) -> str:
    """缺少……；多出……."""
    parts = [f"{word}{shorten('、'.join(names), 80)}" for word, names in (("缺少", lacking), ("多出", more)) if names]
    return "，".join(parts)
