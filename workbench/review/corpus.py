"""What only the whole corpus shows: suspected duplicates, their clusters, and the findings of rules across items."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from workbench import checks, matching
from workbench.matching.engine import LOCAL, Engine
from workbench.records import (
    COLUMN_NAMES,
    CatalogueKind,
    Cluster,
    Comparison,
    Finding,
    Guide,
    GuideEntry,
    Judged,
    Matter,
    Pair,
    Relation,
)
from workbench.review.identity import cluster_id, pair_id
from workbench.review.made import MadeOf
from workbench.review.remembering import CorpusMemory

#: How a guide's name may end that is more than its matter's.
_GUIDE = re.compile(r"(的?(办理|办事|服务|申请|申报))?指南\s*$")

Progress = Callable[[int, int], None]
FindingsByItem = Mapping[str, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class CorpusResult:
    """Pairs and clusters of the corpus, and findings by item."""

    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    findings: FindingsByItem


def examine_corpus(
    matters: Sequence[Matter],
    context: checks.Context,
    progress: Progress | None = None,
    guides: Sequence[GuideEntry] = (),
    judged: Sequence[Judged] = (),
    *,
    memory: CorpusMemory | None = None,
    engine: Engine = LOCAL,
) -> CorpusResult:
    """Match all matters with each other, and all guides, and run the rules that look across rows or guides.

    ``judged`` is what people said of two matters: a pair that they called different stays among the pairs, so that
    their verdict can be seen and taken back, and is no duplicate any more. With a ``memory`` only matters that are new
    are compared with the others; the result is the same. ``engine`` is where they are compared.
    """
    memory = memory or CorpusMemory()
    names = memory.named.each([(matter,) for matter in matters], named)
    remembered = matching.Remembered.of(matching.Judgement(*astuple(each)) for each in judged)
    found = matching.suspects(
        names,
        progress,
        wanted=_concerns_review(matters),
        remembered=remembered,
        engine=engine,
        memory=memory.rows,
    )
    apart = [
        (a, b, told)
        for a, b in remembered.pairs_among(names)
        if (told := remembered.told(names[a], names[b])) and told.relation is Relation.DIFFERENT
    ]
    return CorpusResult(
        pairs=tuple(memory.pairs.each([(matters[a], matters[b], told) for a, b, told in (*found, *apart)], _pair)),
        clusters=tuple(_clusters(matters, found, memory.clusters)),
        findings=_together(
            _findings(matters, found, context), guide_findings(guides, matters, context, memory.guides, engine)
        ),
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
        listing=str(matter.kind),
    )


def _concerns_review(matters: Sequence[Matter]) -> matching.Wanted:
    """Which alike matters break a rule or need a look: of one region, or 省目录 against 市设目录.

    The same matter set by two cities is not a duplicate: each city's catalogue is its own (明电52号 三(一)3).
    """
    numbers: dict[str, int] = {}
    region = np.array([numbers.setdefault(matter.region, len(numbers)) for matter in matters], dtype=np.int64)
    provincial = np.array([matter.kind == CatalogueKind.PROVINCIAL for matter in matters], dtype=bool)
    return lambda a, b: (region[a] == region[b]) | provincial[a] | provincial[b]


def _pair(a: Matter, b: Matter, comparison: Comparison) -> Pair:
    first, second = sorted((a.item, b.item))
    return Pair(pair_id(first, second), first, second, comparison)


def _clusters(
    matters: Sequence[Matter], found: Sequence[tuple[int, int, Comparison]], made: MadeOf[Cluster]
) -> list[Cluster]:
    """Clusters of matters that are the same; a part or an unsure pair joins nothing."""
    same = [entry for entry in found if entry[2].relation is Relation.SAME]
    groups = matching.clusters(len(matters), same)
    return made.each([tuple(matters[index] for index in group) for group in groups], _cluster)


def _cluster(*members: Matter) -> Cluster:
    """A cluster with the unit that the bases name, where they name one."""
    items = tuple(sorted(matter.item for matter in members))
    proposed = proposed_lead(members)
    return Cluster(cluster_id(items), items, members[proposed.member].unit if proposed else None)


def proposed_lead(members: Sequence[Matter]) -> matching.Lead | None:
    """The member whose unit the bases name as the body that acts, with the reason in words."""
    return matching.lead([named(matter) for matter in members])


def _findings(
    matters: Sequence[Matter], found: Sequence[tuple[int, int, Comparison]], context: checks.Context
) -> FindingsByItem:
    """The findings of rules across rows, which ask for pairs that are the same alone, by the item that each speaks of."""
    subject = checks.Item(
        rows=tuple(matter.row for matter in matters),
        pairs=tuple(checks.RowPair(a, b, told) for a, b, told in found if told.relation is Relation.SAME),
    )
    items = [matter.item for matter in matters]
    return _by_item(checks.run(subject, context).findings, items, items)


def _by_item(findings: Iterable[Finding], rows: Sequence[str], guides: Sequence[str]) -> FindingsByItem:
    """Findings by the item at their index: that of a row for a field of rows, else that of a guide."""
    by_item: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        items = rows if finding.field in COLUMN_NAMES else guides
        if finding.at is not None and finding.at < len(items):
            by_item[items[finding.at]].append(finding)
    return {item: tuple(some) for item, some in by_item.items()}


def _together(*parts: FindingsByItem) -> FindingsByItem:
    """All findings of each item, each said once."""
    joined: dict[str, dict[tuple[str, str, str], Finding]] = defaultdict(dict)
    for part in parts:
        for item, findings in part.items():
            for each in findings:
                joined[item].setdefault((each.rule, each.field, each.message), each)
    return {item: tuple(found.values()) for item, found in joined.items()}


def unsaid(across: FindingsByItem, alone: Mapping[str, Sequence[Finding]]) -> FindingsByItem:
    """The findings across items without those that a rule made on the item alone, too, at the same place."""
    said = {item: {(f.rule, f.field, f.material) for f in found} for item, found in alone.items()}
    left = {
        item: tuple(f for f in found if (f.rule, f.field, f.material) not in said.get(item, ()))
        for item, found in across.items()
    }
    return {item: found for item, found in left.items() if found}


def guide_findings(
    guides: Sequence[GuideEntry],
    matters: Sequence[Matter],
    context: checks.Context,
    memory: matching.Memory | None = None,
    engine: Engine = LOCAL,
) -> FindingsByItem:
    """The findings of rules across guides: of all guides among themselves, and of each unit's beside its rows."""
    if not guides:
        return {}
    rows: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        rows[matter.unit].append(matter)
    by_unit: dict[str, list[GuideEntry]] = defaultdict(list)
    for entry in guides:
        by_unit[entry.unit].append(entry)
    beside = (_beside_rows(mine, rows[unit], context) for unit, mine in by_unit.items())
    return _together(_across(guides, context, memory, engine), *beside)


def _across(
    guides: Sequence[GuideEntry], context: checks.Context, memory: matching.Memory | None, engine: Engine
) -> FindingsByItem:
    pairs = matching.suspects([named_guide(each) for each in guides], engine=engine, memory=memory)
    subject = checks.Item(
        guides=tuple(placed(each) for each in guides),
        guide_pairs=tuple(checks.RowPair(a, b, comparison) for a, b, comparison in pairs),
    )
    found = checks.run(subject, context, scopes=("guides",)).findings
    return _by_item(found, (), [each.item for each in guides])


def _beside_rows(guides: Sequence[GuideEntry], matters: Sequence[Matter], context: checks.Context) -> FindingsByItem:
    subject = checks.Item(guides=tuple(placed(each) for each in guides), rows=tuple(matter.row for matter in matters))
    found = checks.run(subject, context, scopes=("guides",)).findings
    return _by_item(found, [matter.item for matter in matters], [each.item for each in guides])


def named_guide(entry: GuideEntry) -> matching.Named:
    """A guide as matching sees it: by the name of its matter, without the word that says that it is a guide."""
    name = _GUIDE.sub("", entry.guide.name)
    return matching.Named(name, entry.unit, entry.guide.text("设定依据"), None, entry.region, listing="办事指南")


def placed(entry: GuideEntry) -> Guide:
    """The guide with the unit, catalogue and region that its file as a whole tells."""
    catalogue = entry.guide.catalogue or (CatalogueKind.PROVINCIAL if entry.region == "辽宁省" else CatalogueKind.CITY)
    return replace(entry.guide, org=entry.unit, region=entry.region, catalogue=str(catalogue))
