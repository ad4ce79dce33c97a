"""What only the whole corpus shows: suspected duplicates, their clusters, and the findings of rules across rows."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench import checks, matching
from workbench.records import CatalogueKind, Cluster, Comparison, Finding, Matter, Pair, Relation
from workbench.review.identity import cluster_id, pair_id

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CorpusResult:
    """Pairs and clusters of the corpus, and findings by item."""

    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    findings: dict[str, tuple[Finding, ...]]


def examine_corpus(
    matters: Sequence[Matter], context: checks.Context, progress: Progress | None = None
) -> CorpusResult:
    """Match all matters with each other and run the rules that look across rows."""
    found = [
        (a, b, comparison)
        for a, b, comparison in matching.suspects([named(matter) for matter in matters], progress)
        if _concerns_review(matters[a], matters[b])
    ]
    return CorpusResult(
        pairs=tuple(_pair(matters[a], matters[b], comparison) for a, b, comparison in found),
        clusters=tuple(_clusters(matters, found)),
        findings=_findings(matters, found, context),
    )


def named(matter: Matter) -> matching.Named:
    """A matter as matching sees it."""
    row = matter.row
    return matching.Named(
        name=row.full_name,
        org=matter.unit,
        basis=row.legal_basis,
        level="、".join(checks.levels(row.levels_and_departments or "")) or None,
        region=matter.region,
        main=f"{matter.unit}|{matter.kind}|{row.item_name}" if row.sub_item_name else None,
    )


def _concerns_review(a: Matter, b: Matter) -> bool:
    """Whether two alike matters break a rule or need a look: one region, or 省目录 against 市设目录.

    The same matter set by two cities is not a duplicate: each city's catalogue is its own (明电52号 三(一)3).
    """
    return a.region == b.region or CatalogueKind.PROVINCIAL in (a.kind, b.kind)


def _pair(a: Matter, b: Matter, comparison: Comparison) -> Pair:
    first, second = sorted((a.item, b.item))
    return Pair(pair_id(first, second), first, second, comparison)


def _clusters(matters: Sequence[Matter], found: Sequence[tuple[int, int, Comparison]]) -> list[Cluster]:
    """Clusters of matters that are the same; a part or an unsure pair joins nothing."""
    same = [entry for entry in found if entry[2].relation is Relation.SAME]
    groups = matching.clusters(len(matters), same)
    members = [tuple(sorted(matters[index].item for index in group)) for group in groups]
    return [Cluster(cluster_id(items), items) for items in members]


def _findings(
    matters: Sequence[Matter], found: Sequence[tuple[int, int, Comparison]], context: checks.Context
) -> dict[str, tuple[Finding, ...]]:
    """The findings of rules across rows, by the item that each speaks of."""
    subject = checks.Item(
        rows=tuple(matter.row for matter in matters),
        pairs=tuple(checks.RowPair(a, b, comparison) for a, b, comparison in found),
    )
    by_item: dict[str, list[Finding]] = defaultdict(list)
    for finding in checks.run(subject, context).findings:
        if finding.at is not None:
            by_item[matters[finding.at].item].append(finding)
    return {item: tuple(findings) for item, findings in by_item.items()}
