"""Records as pandas DataFrames, for analysts and for the dashboards' tables."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from workbench import checks, citations
from workbench.assignments import Assignments
from workbench.records import Cluster, Comment, Event, Finding, Matter, Pair

MATTER_COLUMNS = [
    "item", "unit", "group", "kind", "round", "region", "seq", "item_name", "sub_item_name", "item_type",
    "legal_basis", "levels_and_departments", "implementing_agency", "remarks", "file", "sheet", "cell", "position",
]  # fmt: skip
FINDING_COLUMNS = [
    "item", "rule", "clause", "severity", "certainty", "message", "field", "excerpt", "span", "suggested_verdict",
    "material",
]  # fmt: skip
VERDICT_COLUMNS = [
    "event", "item", "verdict", "opinion", "by", "at", "stage", "revision", "lead_unit", "undoes", "source",
    "target_type", "target_level", "batch",
]  # fmt: skip
COMMENT_COLUMNS = ["number", "item", "by", "role", "group", "at", "text"]
PAIR_COLUMNS = [
    "pair",
    "a",
    "b",
    "unit_a",
    "name_a",
    "unit_b",
    "name_b",
    "relation",
    "score",
    "level",
    "reasons",
]
CITATION_COLUMNS = [
    "item", "position", "title", "rank", "rank_from", "rule_kind", "issuer", "issuer_level", "number", "date",
    "articles", "label", "span",
]  # fmt: skip


def matters_frame(matters: Iterable[Matter], assignments: Assignments) -> pd.DataFrame:
    """One line a matter: columns :data:`MATTER_COLUMNS`."""
    groups = {unit.name: unit.group for unit in assignments.units}
    records = [
        (
            m.item, m.unit, groups.get(m.unit), m.kind, m.round, m.region, m.row.seq, m.row.item_name,
            m.row.sub_item_name, m.row.item_type, m.row.legal_basis, m.row.levels_and_departments,
            m.row.implementing_agency, m.row.remarks, m.place.file, m.place.sheet, m.place.cell, m.position,
        )
        for m in matters
    ]  # fmt: skip
    return pd.DataFrame.from_records(records, columns=MATTER_COLUMNS)


def findings_frame(findings: Mapping[str, Sequence[Finding]]) -> pd.DataFrame:
    """One line a finding: columns :data:`FINDING_COLUMNS`.

    Of a guide, ``field`` is an element's printed name, of a material ``申请材料.`` and its sub-field, and
    ``material`` the material's position (missing everywhere else).
    """
    records = [
        (
            item, f.rule, f.clause, str(f.severity), str(f.certainty), f.message, f.field, f.excerpt, f.span,
            f.suggested_verdict, f.material,
        )
        for item, some in findings.items()
        for f in some
    ]  # fmt: skip
    frame = pd.DataFrame.from_records(records, columns=FINDING_COLUMNS)
    return frame.astype({"material": "Int64"})


def verdicts_frame(events: Iterable[Event]) -> pd.DataFrame:
    """One line an event: columns :data:`VERDICT_COLUMNS`."""
    records = [tuple(getattr(event, column) for column in VERDICT_COLUMNS) for event in events]
    return pd.DataFrame.from_records(records, columns=VERDICT_COLUMNS)


def comments_frame(comments: Iterable[Comment]) -> pd.DataFrame:
    """One line a remark, oldest first: columns :data:`COMMENT_COLUMNS`; ``group`` is missing for 省政府法制办."""
    records = [(c.number, c.item, c.by, str(c.role), c.group, c.at, c.text) for c in comments]
    return pd.DataFrame.from_records(records, columns=COMMENT_COLUMNS).astype({"group": "Int64"})


def pairs_frame(pairs: Iterable[Pair], matters: Iterable[Matter]) -> pd.DataFrame:
    """One line a suspected pair: columns :data:`PAIR_COLUMNS`."""
    known = {matter.item: matter for matter in matters}
    records = []
    for pair in pairs:
        a, b, found = known.get(pair.a), known.get(pair.b), pair.comparison
        if a and b:
            records.append(
                (
                    pair.pair, pair.a, pair.b, a.unit, a.row.full_name, b.unit, b.row.full_name,
                    str(found.relation), found.score, found.level, "；".join(found.reasons),
                )
            )  # fmt: skip
    return pd.DataFrame.from_records(records, columns=PAIR_COLUMNS)


def clusters_frame(clusters: Iterable[Cluster]) -> pd.DataFrame:
    """One line a member: columns cluster, item, lead."""
    records = [(cluster.cluster, item, cluster.lead) for cluster in clusters for item in cluster.items]
    return pd.DataFrame.from_records(records, columns=["cluster", "item", "lead"])


def citations_frame(matters: Iterable[Matter]) -> pd.DataFrame:
    """One line a cited document: columns :data:`CITATION_COLUMNS`."""
    records = [
        (
            m.item, position, c.title, c.rank and str(c.rank), c.rank_from and str(c.rank_from),
            c.rule_kind and str(c.rule_kind), c.issuer, c.issuer_level and str(c.issuer_level), c.number, c.date,
            "、".join(f"第{a.article}条" for a in c.articles if a.article), c.label, c.span,
        )
        for m in matters
        for position, c in enumerate(citations.parse(m.row.legal_basis or ""))
    ]  # fmt: skip
    return pd.DataFrame.from_records(records, columns=CITATION_COLUMNS)


def overruled_frame(standing: Iterable[Event]) -> pd.DataFrame:
    """One line a rule that was answered: columns rule, name, answered, overruled, share (0 to 1), the worst first."""
    answers = [(answer.rule, not answer.upheld) for event in standing for answer in event.answers]
    frame = pd.DataFrame.from_records(answers, columns=["rule", "no"])
    counted = frame.groupby("rule")["no"].agg(answered="size", overruled="sum").reset_index()
    counted["share"] = counted["overruled"] / counted["answered"]
    names = {rule.code: rule.name for rule in checks.RULES}
    counted.insert(1, "name", counted["rule"].map(lambda code: names.get(code, code)))
    order = ["share", "overruled", "rule"]
    return counted.sort_values(order, ascending=[False, False, True]).reset_index(drop=True)
