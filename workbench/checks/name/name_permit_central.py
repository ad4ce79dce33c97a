"""NAME-PERMIT-CENTRAL."""

import re
from collections.abc import Iterator

from workbench.checks.documents import documents
from workbench.checks.item import Context, Item
from workbench.checks.likeness import Match, closest
from workbench.checks.row_facts import PERMIT, basis_of, set_locally, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

LEAST = 0.6
#: 法律法规另有规定的除外: the remark says so.
ELSEWHERE = re.compile(r"另有规定")


def name_permit_central(item: Item, context: Context) -> Iterator[Finding]:
    """许可名称与中央指定清单不一致。

    What: a permit is like an entry of the central list, and rests on a document of it where the list tells, but
        is not named as it is there.
    Why: 附件1 4.1.1 「名称一律按照……清单》的名称予以规范。」
    Example: 取水许可证审批（清单：取水许可）.
    Remedy: 改用清单名称.
    """
    if item.row is None or type_of(item) != PERMIT or ELSEWHERE.search(item.row.remarks or ""):
        return
    match = closest(item, context.lists["中央指定清单"])
    if match is None or not LEAST <= match.score < 1 or any(set_locally(each) for each in item.citations):
        return
    if rest_apart(item, match):
        return
    yield RULE.finding(
        f"行政许可名称应为《中央指定地方实施行政许可事项清单》中的“{match.entry.name}”，现为“{match.name}”（附件1 4.1.1），请更正。",
        field=match.field,
        excerpt=match.name,
        span=(0, len(match.name)),
        correction=match.entry.name,
    )


def rest_apart(item: Item, match: Match) -> bool:
    """Whether row and entry both tell their basis and have no document in common: two different permits."""
    ours, theirs = documents(basis_of(item)), documents(match.entry.basis or "")
    return bool(ours and theirs) and not ours & theirs


RULE = Rule(
    code="NAME-PERMIT-CENTRAL",
    name="许可名称与中央清单不一致",
    clause="附件1 4.1.1",
    quote="名称一律按照国务院审改办公布的《中央指定地方实施行政许可事项清单》(<http://zyzd.scopsr.gov.cn/search/index>)的名称予以规范。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=name_permit_central,
    needs=("中央指定清单",),
    types=(PERMIT,),
)
