"""Pairs and clusters of the whole corpus."""

import json
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, delete, insert, or_, select

from workbench.records import Cluster, Comparison, Pair, Relation
from workbench.store.tables import clusters, matched, pairs
from workbench.store.text import to_json

_RELATIONS = {str(relation): relation for relation in Relation}


def replace_pairs(connection: Connection, found: Sequence[Pair]) -> None:
    """Put these in place of all pairs."""
    connection.execute(delete(pairs))
    lines = [
        {
            "pair": pair.pair,
            "a": pair.a,
            "b": pair.b,
            "relation": str(pair.comparison.relation),
            "score": float(pair.comparison.score),
            "level": pair.comparison.level,
            "reasons": to_json(pair.comparison.reasons),
        }
        for pair in found
    ]
    if lines:
        connection.execute(insert(pairs), lines)


def replace_clusters(connection: Connection, found: Sequence[Cluster]) -> None:
    """Put these in place of all clusters."""
    connection.execute(delete(clusters))
    lines = [
        {"cluster": cluster.cluster, "position": position, "item": item, "lead": cluster.lead}
        for cluster in found
        for position, item in enumerate(cluster.items)
    ]
    if lines:
        connection.execute(insert(clusters), lines)


def pairs_of(connection: Connection, item: str | None) -> list[Pair]:
    """The pairs that the item is in (None: all), by id."""
    columns = (pairs.c.pair, pairs.c.a, pairs.c.b, pairs.c.relation, pairs.c.score, pairs.c.level, pairs.c.reasons)
    query = select(*columns).order_by(pairs.c.pair)
    if item is not None:
        query = query.where(or_(pairs.c.a == item, pairs.c.b == item))
    return [
        Pair(pair, a, b, Comparison(_RELATIONS[relation], score, level, tuple(json.loads(reasons))))
        for pair, a, b, relation, score, level, reasons in connection.execute(query)
    ]


def all_clusters(connection: Connection) -> list[Cluster]:
    """All clusters, by id."""
    query = select(clusters.c.cluster, clusters.c.lead, clusters.c.item)
    rows = connection.execute(query.order_by(clusters.c.cluster, clusters.c.position)).all()
    return [
        Cluster(cluster, tuple(item for _, _, item in members), lead)
        for (cluster, lead), members in groupby(rows, key=itemgetter(0, 1))
    ]


def stamp(connection: Connection, words: str) -> None:
    """Note the tables of words that pairs and clusters were found with."""
    connection.execute(delete(matched))
    connection.execute(insert(matched).values(words=words))


def stamped(connection: Connection) -> str:
    """The note; blank where there is none."""
    words: str | None = connection.execute(select(matched.c.words)).scalar()
    return words or ""
