"""DUP-SUBSET."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from workbench.checks.agencies import PROVINCE, levels
from workbench.checks.documents import cited
from workbench.checks.duplicate.likeness import kind_of, names, same_pairs
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.checks.type_variants import standard
from workbench.checks.workflow.deadlines import STAGES
from workbench.checks.workflow.submission import day, texts
from workbench.records import CatalogueKind, Certainty, Finding, Row, Severity
from workbench.records.tidy import bare, fold

_Names = Mapping[tuple[str, str], Sequence[int]]


def dup_subset(item: Item, context: Context) -> Iterator[Finding]:
    """部门目录的事项不在审核后的省（市设）目录里，或者与它不同。

    What: a row of 部门目录 has no row of 省目录, or of its city's 市设目录, with its name, type and basis, or stands
        at a level that this row does not have. Before those catalogues have been reviewed nothing is said; without
        workflow data 省目录 counts as reviewed.
    Why: 明电52号 三(一)3 「从《省政务服务事项目录》《市设政务服务事项目录》中抽取形成本部门的政务服务事项目录。」
    Example: 部门目录多出“水利工程质量评优”.
    Remedy: 删除，或照省（市设）目录更正.
    """
    if not is_reviewed(item) or all(kind_of(row) != CatalogueKind.DEPARTMENT for row in item.rows):
        return
    known = approved(item.rows)
    own = {row.org for row in item.rows if kind_of(row) in (CatalogueKind.PROVINCIAL, CatalogueKind.CITY)}
    alike = {at: other for pair in same_pairs(item) for at, other in ((pair.a, pair.b), (pair.b, pair.a))}
    for at, row in enumerate(item.rows):
        if kind_of(row) != CatalogueKind.DEPARTMENT or not own or (is_unknown(row, own) and item.meta is None):
            continue
        found = [item.rows[index] for index in known.get(names(row), ()) if covers(item.rows[index], row)]
        fault, sure = difference(row, found, context)
        if not found and at in alike and kind_of(item.rows[alike[at]]) != CatalogueKind.DEPARTMENT:
            fault = f"不在审核后的《省（市设）政务服务事项目录》内（目录中为“{item.rows[alike[at]].full_name}”）"
        if fault:
            yield RULE.finding(
                f"部门目录中的“{row.full_name}”{fault}（明电52号 三(一)3），请照审核后的目录抽取。",
                **printed_name(row),
                severity=severity_of(sure=sure, told=row.org in own or item.meta is not None),
                at=at,
                other=alike.get(at),
            )


def is_unknown(row: Row, own: set[str | None]) -> bool:
    """Whether a provincial department's own 省目录 is not among the rows, so that it cannot be compared."""
    return row.region == PROVINCE and row.org not in own


def severity_of(*, sure: bool, told: bool) -> Severity | None:
    """A level is read from free text: a hint; a catalogue that may not be whole leaves a doubt."""
    if not sure:
        return Severity.HINT
    return None if told else Severity.DOUBT


def is_reviewed(item: Item) -> bool:
    """Whether 省目录 has been reviewed: it is named, or its day has come; True where nothing tells."""
    listed, today, due = texts(item, "approved"), day(item), STAGES["S2-P2"].day or date.max
    if listed is None and today is None:
        return True
    return any(fold(name).startswith("省") for name in listed or ()) or (today is not None and today >= due)


def approved(rows: Sequence[Row]) -> _Names:
    """The rows of 省目录 and 市设目录 by the names under which a department may extract them."""
    known: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if kind_of(row) in (CatalogueKind.PROVINCIAL, CatalogueKind.CITY):
            main, sub = names(row)
            for key in {(main, sub), (main, ""), (sub, ""), (bare(row.full_name), "")} - {("", "")}:
                known[key].append(index)
    return known


def covers(theirs: Row, row: Row) -> bool:
    """Whether a row's catalogue is one that the department extracts from: the province's, or its own city's."""
    if kind_of(theirs) == CatalogueKind.PROVINCIAL:
        return True
    return not (theirs.region and row.region) or row.region.startswith(theirs.region)


def difference(row: Row, found: Sequence[Row], context: Context) -> tuple[str, bool]:
    """How the row differs from all that have its name, in words, and whether that is certain; blank where from none."""
    if not found:
        return "不在审核后的《省（市设）政务服务事项目录》内", True
    kind = standard(row.item_type)
    same_type = [each for each in found if not kind or standard(each.item_type) in ("", kind)]
    if not same_type:
        return f"的类型与审核后的目录不同（目录中为“{found[0].item_type}”）", True
    same_basis = [each for each in same_type if same_provisions(each.legal_basis or "", row.legal_basis or "")]
    if not same_basis:
        return "的设定依据与审核后的目录不同", True
    level = level_of(row, context)
    known = [levels(each.levels_and_departments or "") for each in same_basis]
    if level and all(known) and not any(level in each for each in known):
        return f"在审核后的目录中没有{level}行使", False
    return "", True


def same_provisions(a: str, b: str) -> bool:
    """Whether two basis cells cite the same; one that tells nothing is no ground to part them."""
    if bare(a) == bare(b):
        return True
    ours, theirs = cited(a), cited(b)
    return not ours or not theirs or ours.keys() == theirs.keys()


def level_of(row: Row, context: Context) -> str:
    """The level of the department that files the row, by its region; blank where it does not tell."""
    region = row.region or ""
    if region == PROVINCE:
        return "省级"
    if region in context.units:
        return "市级"
    return "县级" if region.endswith(("县", "区")) else ""


RULE = Rule(
    code="DUP-SUBSET",
    name="部门目录不是从省（市设）目录抽取",
    clause="明电52号 三(一)3",
    quote="从《省政务服务事项目录》《市设政务服务事项目录》中抽取形成本部门的政务服务事项目录。",
    scopes=("rows",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=dup_subset,
)
