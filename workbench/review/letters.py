"""What the cover letter (审核意见函) beside a returns workbook says."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from workbench import checks, workbooks
from workbench.assignments import Assignments
from workbench.records import VERDICTS, Group, Severity, Submission, UnitKind
from workbench.review import calendar
from workbench.review.examine import GUIDES

#: Kind of a submission and of its unit -> the stage of section 4 by whose end it has to be in order.
_DUE = {
    (GUIDES, UnitKind.DEPARTMENT): "S2-G3",
    (GUIDES, UnitKind.CITY): "S2-G4",
    ("", UnitKind.DEPARTMENT): "S2-P3",
    ("", UnitKind.CITY): "S2-C3",
}
_GRAVEST = list(Severity)
_MOST = 10
_LONGEST = 60


def letter_of(
    assignments: Assignments, submission: Submission, returns: workbooks.ReturnsContent, returns_file: str
) -> workbooks.LetterContent:
    """The letter's content; ``returns_file`` is the name of the returns workbook that goes with it."""
    unit = assignments.unit(submission.unit)
    group = assignments.group(unit.group) if unit else None
    verdicts = Counter(row.verdict for row in returns.rows if row.verdict)
    today = calendar.today()
    return workbooks.LetterContent(
        unit=unit.full_name if unit else submission.unit,
        kind=workbooks.titles(returns),
        file=submission.file,
        round=submission.round,
        group=_group_name(group),
        contact=f"{group.contact} {group.phone}" if group else "",
        day=f"{today.year}年{today.month}月{today.day}日",
        matters=len(returns.rows),
        decided=sum(verdicts.values()),
        counts=tuple((name, verdicts[name]) for name in VERDICTS.values() if verdicts[name]),
        problems=tuple(_main_problems(returns)),
        not_checked=tuple(dict.fromkeys(name for each in returns.not_checked for name in each.needs.split("、"))),
        returns_file=returns_file,
        due=_due(submission.kind, unit.kind if unit else UnitKind.DEPARTMENT),
    )


def _group_name(group: Group | None) -> str:
    """第一组 as a unit knows it: 第一审核组."""
    return group.name.replace("组", "审核组") if group else "省审核组"


def _due(kind: str, of: UnitKind) -> str:
    day = checks.STAGES[_DUE[GUIDES if kind == GUIDES else "", of]].day
    return f"于{day.month}月{day.day}日前" if day else "尽快"


def _main_problems(returns: workbooks.ReturnsContent) -> Iterator[workbooks.MainProblem]:
    """The rules that most items break, the gravest first among equals, each with its first item as example.

    Hints are left out, and what was passed or overruled.
    """
    items: dict[str, set[str]] = defaultdict(set)
    first: dict[str, tuple[str, str]] = {}
    gravity: dict[str, int] = {}
    for item, where, finding in _standing(returns):
        items[finding.rule].add(item)
        gravity[finding.rule] = min(gravity.get(finding.rule, len(_GRAVEST)), _GRAVEST.index(finding.severity))
        first.setdefault(finding.rule, (finding.clause, f"{where}：{_short(finding.message)}"))
    told = sorted(items, key=lambda code: (-len(items[code]), gravity[code], code))
    for rule in told[:_MOST]:
        known = checks.by_code(rule)
        clause, example = first[rule]
        yield workbooks.MainProblem(known.name if known else rule, clause, len(items[rule]), example)
    yield from _asked(returns, _MOST - len(told))


def _asked(returns: workbooks.ReturnsContent, most: int) -> Iterator[workbooks.MainProblem]:
    """What reviewers ask for that no rule found, by verdict, as far as there is room."""
    asked: dict[str, list[workbooks.ReturnedRow]] = defaultdict(list)
    for row in returns.rows:
        if row.asks_more:
            asked[row.verdict].append(row)
    for verdict, rows in sorted(asked.items(), key=lambda each: -len(each[1]))[: max(most, 0)]:
        first = rows[0]
        example = f"{first.sheet}!{first.cell} “{first.name}”：{_short(first.opinion)}"
        yield workbooks.MainProblem(f"审核意见：{verdict}", first.clauses, len(rows), example)


def _standing(returns: workbooks.ReturnsContent) -> Iterator[tuple[str, str, workbooks.ReturnedFinding]]:
    """Item, place and finding of all that the unit has to do something about."""
    told = [("", "整表", finding) for finding in returns.sheet_findings]
    for row in returns.rows:
        if row.verdict != VERDICTS["pass"]:
            told += [(row.item, _where(row, each), each) for each in row.findings]
    return (each for each in told if each[2].stands and each[2].severity is not Severity.HINT)


def _where(row: workbooks.ReturnedRow, finding: workbooks.ReturnedFinding) -> str:
    """Sheet and cell, and the matter's name where the message does not say it."""
    place = f"{finding.sheet or row.sheet}!{finding.cell or row.cell}"
    return place if row.name in finding.message else f"{place} “{row.name}”"


def _short(message: str) -> str:
    return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"
