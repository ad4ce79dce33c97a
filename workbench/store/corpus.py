"""Pairs and clusters of the whole corpus."""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from workbench.records import Cluster, Comparison, Pair, Relation
from workbench.store.corpus_tables import clusters, matched, pairs
from workbench.store.tables import relinks
from workbench.store.text import to_json

_Thing = TypeVar("_Thing", Pair, Cluster)
_NAMES = ("pair", "a", "b", "relation", "score", "level", "reasons")
_COLUMNS = [pairs.c[name] for name in _NAMES]
_RELATIONS = {str(relation): relation for relation in Relation}


def replace_pairs(connection: Connection, found: Sequence[Pair], former: Mapping[str, Pair]) -> dict[str, Pair]:
    """Put these in place of the ``former`` pairs, by id; those that are there already are left alone."""
    now = {pair.pair: pair for pair in found}
    gone, come = _moved(now, former)
    rescored = [of for of in come if of in former and _but_for_score(former[of], now[of])]
    if rescored:
        held = update(pairs).where(pairs.c.pair == bindparam("of")).values(score=bindparam("its"))
        connection.execute(held, [{"of": of, "its": float(now[of].comparison.score)} for of in rescored])
        moved = set(rescored)
        gone, come = ([of for of in some if of not in moved] for some in (gone, come))
    if gone:
        connection.execute(delete(pairs).where(pairs.c.pair == bindparam("of")), [{"of": pair} for pair in gone])
    if come:
        connection.execute(insert(pairs), [dict(zip(_NAMES, _line(now[pair]), strict=True)) for pair in come])
    return now


def _but_for_score(one: Pair, two: Pair) -> bool:
    """Whether nothing else moved: scores hang on the corpus as a whole, and many move a little with each change."""
    a, b = one.comparison, two.comparison
    return (one.a, one.b, a.relation, a.level, a.reasons) == (two.a, two.b, b.relation, b.level, b.reasons)


def _line(pair: Pair) -> tuple[str | float, ...]:
    told = pair.comparison
    reasons = to_json(told.reasons)
    return pair.pair, pair.a, pair.b, str(told.relation), float(told.score), told.level, reasons


def replace_clusters(
    connection: Connection, found: Sequence[Cluster], former: Mapping[str, Cluster]
) -> dict[str, Cluster]:
    """Put these in place of the ``former`` clusters, by id; those that are there already are left alone."""
    now = {cluster.cluster: cluster for cluster in found}
    gone, come = _moved(now, former)
    if gone:
        mine = delete(clusters).where(clusters.c.cluster == bindparam("of"))
        connection.execute(mine, [{"of": cluster} for cluster in gone])
    lines = [
        {"cluster": cluster, "position": position, "item": item, "lead": now[cluster].lead}
        for cluster in come
        for position, item in enumerate(now[cluster].items)
    ]
    if lines:
        connection.execute(insert(clusters), lines)
    return now


def _moved(now: Mapping[str, _Thing], former: Mapping[str, _Thing]) -> tuple[list[str], list[str]]:
    """The ids of what is not there any more as it was, and of what is new or other."""
    gone = [of for of, thing in former.items() if now.get(of) != thing]
    return gone, [of for of, thing in now.items() if former.get(of) != thing]


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


def stamp(connection: Connection, words: str, run: str) -> None:
    """Note the tables of words that pairs and clusters were found with, and what stands for this writing."""
    connection.execute(delete(matched))
    connection.execute(insert(matched).values(words=words, run=run))


def last_run(connection: Connection) -> str:
    """What stands for the last writing, and for what persons renamed since; blank where it is not known."""
    run: str | None = connection.execute(select(matched.c.run)).scalar()
    renamed = connection.execute(select(func.max(relinks.c.id))).scalar()
    return f"{run} {renamed or 0}" if run else ""


def stamped(connection: Connection) -> str:
    """The note; blank where there is none."""
    words: str | None = connection.execute(select(matched.c.words)).scalar()
    return words or ""
