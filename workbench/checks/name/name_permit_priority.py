"""NAME-PERMIT-PRIORITY."""

import re
from collections.abc import Iterator

from workbench.checks.documents import documents
from workbench.checks.item import Context, Item
from workbench.checks.likeness import Match, closest, exact_entries
from workbench.checks.name.name_permit_central import LEAST, rest_apart
from workbench.checks.row_facts import PERMIT, basis_of, set_locally, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

CENTRAL, OURS = "中央指定清单", "权责清单"
#: 法律法规另有规定的除外: the remark says so, or names the local regulation.
ELSEWHERE = re.compile(r"另有规定|《[^》]*[省市州县区][^》]*条例》")


def name_permit_priority(item: Item, context: Context) -> Iterator[Finding]:
    """许可沿用权责清单，与中央指定清单的名称或依据不一致。

    What: a permit stands in 权责清单 as it stands here, and its entry of the central list has another name, or
        cites a document that the row lacks.
    Why: 附件1 2.4.2.3 「名称、依据等与《权责清单》不一致的，以《中央指定地方实施行政许可事项清单》为准，法律法规另有规定的除外。」
    Example: 采砂许可（权责清单同；中央清单：河道采砂许可）.
    Remedy: 以中央清单为准.
    """
    if item.row is None or type_of(item) != PERMIT or ELSEWHERE.search(item.row.remarks or ""):
        return
    match = closest(item, context.lists[CENTRAL])
    if match is None or match.score < LEAST or not agrees_with_ours(item, context):
        return
    if any(set_locally(each) for each in item.citations) or rest_apart(item, match):
        return
    fault = difference(item, match)
    if fault:
        named = match.score < 1
        yield RULE.finding(
            f"{fault}，与《中央指定地方实施行政许可事项清单》不一致，虽与《权责清单》相同，仍以中央清单为准（附件1 2.4.2.3），请更正。",
            field=match.field if named else "legal_basis",
            excerpt=match.name if named else "",
            span=(0, len(match.name)) if named else None,
            correction=match.entry.name if named else None,
        )


def agrees_with_ours(item: Item, context: Context) -> bool:
    """Whether 权责清单 has the row's name, and no other basis than the row's where it tells."""
    entries = exact_entries(item, context.lists[OURS])
    ours = documents(basis_of(item))
    return any(not entry.basis or not ours or documents(entry.basis) == ours for entry in entries)


def difference(item: Item, match: Match) -> str:
    """How the row differs from the entry of the central list, in words; blank where it does not."""
    if match.score < 1:
        return f"名称“{match.name}”应为“{match.entry.name}”"
    ours, listed = documents(basis_of(item)), match.entry.basis or ""
    lacking = sorted(documents(listed) - ours) if ours and "《" in listed else []
    return "设定依据缺少" + "、".join(f"《{title}》" for title in lacking) if lacking else ""


RULE = Rule(
    code="NAME-PERMIT-PRIORITY",
    name="以中央清单为准",
    clause="附件1 2.4.2.3",
    quote="名称、依据等与《权责清单》不一致的，以《中央指定地方实施行政许可事项清单》为准，法律法规另有规定的除外。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=name_permit_priority,
    needs=(CENTRAL, OURS),
    types=(PERMIT,),
)
