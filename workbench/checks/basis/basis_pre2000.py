"""BASIS-PRE2000."""

import re
from collections.abc import Iterator
from datetime import date

from workbench.checks.basis.dates import DATE, as_date
from workbench.checks.basis.effective_rank import label_rank
from workbench.checks.basis.quoted import header
from workbench.checks.basis.relabel import relabel
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Rank, Severity

#: The day on which 《立法法》 came into force.
LEGISLATION_LAW = date(2000, 7, 1)
APPROVED = re.compile(r"(?<!未经)国务院批准")
STATE_COUNCIL_ORDER = re.compile(
    r"国务院(?:、(?:中华人民共和国)?中央军(?:委|事委员会))?\s*(?:令|第\s*[\d〇零一二三四五六七八九十百千]+\s*号令)|国令"
)
MINISTRY_ORDER = re.compile(
    r"(?<!政府)(?:部|委|委员会|局|署|银行|会|办|办公室)\s*(?:令|第\s*[\d〇零一二三四五六七八九十百千]+\s*号令|(?:发布|公布))"
)
YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
PROMULGATED_AGAIN = re.compile(r"令|发布|公布")


def basis_pre2000(item: Item, context: Context) -> Iterator[Finding]:
    """国务院部门令的位阶标注没有按2000年《立法法》实施前后区分。

    What: a ministry's order approved by the State Council before 2000-07-01 is labelled 规章; or one without
        that approval, or of a later date, is labelled 行政法规. One approved before and promulgated again
        after that day is left to people.
    Why: 附件1 3.3.5.6 「2000年《立法法》实施前经国务院批准的国务院部门令，作为行政法规。」
    Example: 【规章】《城市绿化补偿办法》（1994年3月1日国务院批准，1994年4月1日建设部令第35号发布）
    Remedy: 改标“行政法规”；未经国务院批准的，改标“规章”.
    """
    del context
    basis = basis_of(item)
    for index, citation in enumerate(item.citations):
        printed = header(basis, citation)
        should = _should_be(printed) if MINISTRY_ORDER.search(printed) else None
        label = label_rank(citation)
        if should is None or label is should or label not in (Rank.RULE, Rank.ADMINISTRATIVE_REGULATION):
            continue
        why = (
            "为2000年《立法法》实施前经国务院批准的"
            if label is Rank.RULE
            else "不是2000年《立法法》实施前经国务院批准的"
        )
        yield relabel(
            RULE,
            item,
            index,
            f"《{citation.title}》{why}国务院部门令，应标注“{should}”（附件1 3.3.5.6）。请改正标注。",
            should,
        )


def _should_be(printed: str) -> Rank | None:
    """What a ministry's order counts as; None where people have to decide."""
    if STATE_COUNCIL_ORDER.search(printed):
        return None
    days = [
        (day, printed[match.end() : match.end() + 30]) for match in DATE.finditer(printed) if (day := as_date(match))
    ]
    if not APPROVED.search(printed):
        return Rank.RULE
    years = [int(year) for year in YEAR.findall(printed)]
    is_early = any(year < LEGISLATION_LAW.year for year in years)
    if not days:
        return Rank.ADMINISTRATIVE_REGULATION if is_early and max(years) < LEGISLATION_LAW.year else None
    if min(day for day, _ in days) >= LEGISLATION_LAW:
        return None if is_early else Rank.RULE
    is_open = any(day >= LEGISLATION_LAW and PROMULGATED_AGAIN.search(tail.split("，")[0]) for day, tail in days)
    return None if is_open else Rank.ADMINISTRATIVE_REGULATION


RULE = Rule(
    code="BASIS-PRE2000",
    name="2000年前部门令标注不当",
    clause="附件1 3.3.5.6",
    quote="2000年《立法法》实施前经国务院批准的国务院部门令，作为行政法规。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_pre2000,
)
