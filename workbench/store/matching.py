"""The store's part on the whole corpus: what matching looks at, and what it found."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from workbench.records import Cluster, Finding, Judged, Matter, Pair
from workbench.store import corpus, findings, judgements, matters, submissions
from workbench.store.database import reading, writing
from workbench.store.findings import Across
from workbench.store.matters import Held

FindingsByItem = Mapping[str, Sequence[Finding]]


@dataclass
class Standing:
    """What a process knows to stand in the store, as it read or wrote it: it need not be read again.

    Attributes:
        run: the writing that it is of; blank where nothing is known.
        pairs: by id.
        clusters: by id.
        across: the findings across items.
        matters: those of submissions that were read.
    """

    run: str = ""
    pairs: Mapping[str, Pair] = field(default_factory=dict)
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    across: Across = field(default_factory=dict)
    matters: Held = field(default_factory=Held)


class Matching:
    """A part of :class:`workbench.store.Store`."""

    _engine: Engine

    def current_matters(self, standing: Standing) -> list[Matter]:
        """All current matters, as :meth:`~workbench.store.Store.matters`; what was read before is not read again."""
        with reading(self._engine) as connection:
            return matters.current(connection, standing.matters)

    def replace_corpus(
        self,
        found: FindingsByItem,
        pairs: Sequence[Pair],
        clusters: Sequence[Cluster],
        of_files: FindingsByItem | None = None,
        matched_with: str = "",
        standing: Standing | None = None,
    ) -> None:
        """Put what matching found in place of what it found before; ``of_files`` are findings by a file's hash.

        ``matched_with`` stands for the tables of words that it had. Only what differs is written. What stood before is
        ``standing`` where that is of the last writing, else it is read; what stands now is noted there.
        """
        standing = Standing() if standing is None else standing
        run = secrets.token_hex(8)
        with writing(self._engine) as connection:
            former = _standing(connection, standing)
            whole = {submissions.number_of(connection, sha256): some for sha256, some in (of_files or {}).items()}
            across = findings.replace_corpus(connection, found, whole, former.across)
            paired = corpus.replace_pairs(connection, pairs, former.pairs)
            grouped = corpus.replace_clusters(connection, clusters, former.clusters)
            corpus.stamp(connection, matched_with, run)
            run = corpus.last_run(connection)
        standing.run, standing.across, standing.pairs, standing.clusters = run, across, paired, grouped

    def newest_submission(self) -> int:
        """The number of the submission that came last; 0 where there is none."""
        with reading(self._engine) as connection:
            return submissions.newest(connection)

    def matched_with(self) -> str:
        """What stands for the tables of words that the corpus was last matched with; blank at first."""
        with reading(self._engine) as connection:
            return corpus.stamped(connection)

    def pairs(self, item: str | None = None) -> list[Pair]:
        """The suspected pairs that the item is in; None: all."""
        with reading(self._engine) as connection:
            return corpus.pairs_of(connection, item)

    def judgements(self) -> list[Judged]:
        """What people said of two matters, by name and unit, in verdicts that stand; oldest first."""
        with reading(self._engine) as connection:
            return judgements.standing(connection)

    def clusters(self) -> list[Cluster]:
        """The clusters of matters that are taken to be one."""
        with reading(self._engine) as connection:
            return corpus.all_clusters(connection)


def _standing(connection: Connection, known: Standing) -> Standing:
    """What stands in the store: what is known where that is of the last writing, else what is read."""
    run = corpus.last_run(connection)
    if run and known.run == run:
        return known
    return Standing(
        run,
        {pair.pair: pair for pair in corpus.pairs_of(connection, None)},
        {cluster.cluster: cluster for cluster in corpus.all_clusters(connection)},
        findings.across(connection),
    )
