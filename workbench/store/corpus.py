"""Pairs and clusters of the whole corpus."""

import json
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from workbench.records import Cluster, Comparison, Pair, Relation
from workbench.store.tables import clusters, matched, pairs
from workbench.store.text import to_json

_NAMES = ("pair", "a", "b", "relation", "score", "level", "reasons")
_COLUMNS = [pairs.c[name] for name in _NAMES]
_RELATIONS = {str(relation): relation for relation in Relation}


def replace_pairs(connection: Connection, found: Sequence[Pair]) -> None:
    """Put these in place of all pairs; those that are there already are left alone."""
    lines = {pair.pair: _line(pair) for pair in found}
    there = {row[0]: tuple(row) for row in connection.execute(select(*_COLUMNS))}
    gone = [{"of": pair} for pair, line in there.items() if lines.get(pair) != line]
    new = [dict(zip(_NAMES, line, strict=True)) for pair, line in lines.items() if there.get(pair) != line]
    if gone:
        connection.execute(delete(pairs).where(pairs.c.pair == bindparam("of")), gone)
    if new:
        connection.execute(insert(pairs), new)


def _line(pair: Pair) -> tuple[str | float, ...]:
    told = pair.comparison
    reasons = to_json(told.reasons)
    return pair.pair, pair.a, pair.b, str(told.relation), float(told.score), told.level, reasons


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
    query = select(*_COLUMNS).order_by(pairs.c.pair)
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
