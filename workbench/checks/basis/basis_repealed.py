"""BASIS-REPEALED."""

import re
from collections.abc import Iterator
from datetime import date

from workbench.checks.basis.dates import DATE, as_date, submission_date
from workbench.checks.basis.list_index import by_key
from workbench.checks.basis.on_citation import on_citation
from workbench.checks.basis.quoted import header
from workbench.checks.item import Context, Item, ListEntry
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Severity
from workbench.records.tidy import bare

LIST = "废止法规清单"
SAYS_REPEALED = re.compile(
    r"已(?:经)?(?:废止|失效)|(?:现|宣布|予以)(?:废止|失效)|[年月日](?:起|被)?(?:废止|失效)(?![和与及、])"
)
TRANSITION = re.compile(r"过渡期|待修订|待修改|继续有效")
BRACKET = re.compile(r"[（(【\[〔].*$")


def basis_repealed(item: Item, context: Context) -> Iterator[Finding]:
    """引用的法规文件已经废止。

    What: a cited document is in the list of repealed ones, or its bracket says that it is repealed. Nothing is
        said where the remark explains a transition, where the repeal came after the submission, or where the
        cited version is younger than the repeal.
    Why: 附件1 2.4.2.3 「出现法规文件修改、废止等情况的，此次梳理予以调整或者删除。」
    Example: 引《城市房屋拆迁管理条例》（2011年废止）.
    Remedy: 调整依据，或者删除事项.
    """
    if not item.citations or TRANSITION.search((item.row.remarks if item.row else None) or ""):
        return
    basis = basis_of(item)
    repealed = by_key(context.lists.get(LIST, ()), _key)
    day = submission_date(item)
    for index, citation in enumerate(item.citations):
        entry = repealed.get(_key(citation.title))
        is_listed = entry is not None and _applies(entry, citation, day)
        if not is_listed and not SAYS_REPEALED.search(header(basis, citation)):
            continue
        when = _repealed_on(entry)
        yield on_citation(
            RULE,
            item,
            index,
            f"《{citation.title}》已{_on(when)}废止（附件1 2.4.2.3）。请调整依据，或者删除事项。",
        )


def _key(title: str) -> str:
    """What titles are compared by: without marks, brackets and the country's name."""
    return bare(BRACKET.sub("", title.strip("《》"))).removeprefix("中华人民共和国")


def _repealed_on(entry: ListEntry | None) -> date | None:
    """The day of the repeal, where the list's remark gives it."""
    match = DATE.search((entry.remarks or "") if entry else "")
    return as_date(match) if match else None


def _on(when: date | None) -> str:
    """The day of the repeal in words; empty where it is unknown."""
    return f"于{when.year}年{when.month}月{when.day}日" if when else ""


def _applies(entry: ListEntry, citation: Citation, day: date | None) -> bool:
    """Whether the repeal concerns the cited version, and came before the submission."""
    when = _repealed_on(entry)
    if when is None:
        return True
    if day is not None and day < when:
        return False
    return not (citation.date and date.fromisoformat(citation.date) > when)


RULE = Rule(
    code="BASIS-REPEALED",
    name="依据已废止",
    clause="附件1 2.4.2.3",
    quote="出现法规文件修改、废止等情况的，此次梳理予以调整或者删除。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=basis_repealed,
    verdict="cancel",
    needs=(LIST,),
)
