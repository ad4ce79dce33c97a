"""What stands on a pair: its own verdict, or that on the cluster which holds both of its matters."""

from collections.abc import Iterable, Mapping

from workbench.records import NEEDS_LEAD_UNIT, Cluster, Event, Matter, Pair


def verdicts_on_pairs(
    pairs: Iterable[Pair], clusters: Iterable[Cluster], states: Mapping[str, Event]
) -> dict[str, Event]:
    """The standing verdict on each pair that has one, by the pair's id; of two the later counts.

    A cluster is decided once: its verdict holds for every pair in it, and so shows on every row.
    """
    cluster_of = {item: cluster.cluster for cluster in clusters for item in cluster.items}
    found = {}
    for pair in pairs:
        cluster = cluster_of.get(pair.a)
        ids = (pair.pair, cluster) if cluster is not None and cluster == cluster_of.get(pair.b) else (pair.pair,)
        events = [event for each in ids if (event := states.get(each)) is not None and event.verdict is not None]
        if events:
            found[pair.pair] = max(events, key=lambda event: event.event)
    return found


def given_up(matters: Iterable[Matter], decided: Mapping[str, Event], pairs: Iterable[Pair]) -> set[str]:
    """The items that were merged into, or listed under, the matter of a lead unit: they stand in its catalogue alone."""
    unit_of = {matter.item: matter.unit for matter in matters}
    found = set()
    for pair in pairs:
        event = decided.get(pair.pair)
        if event is None or event.verdict not in NEEDS_LEAD_UNIT:
            continue
        units = {item: unit_of.get(item) for item in (pair.a, pair.b)}
        if event.lead_unit in units.values():
            found |= {item for item, unit in units.items() if unit != event.lead_unit}
    return found
