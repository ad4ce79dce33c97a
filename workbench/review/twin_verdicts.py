"""What stands on a pair: its own verdict, or that on the cluster which holds both of its matters."""

from collections.abc import Iterable, Mapping

from workbench.records import Cluster, Event, Pair


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
