"""What matching found is put in place of what it found before, whoever knows what that was."""

from dataclasses import replace

import pytest

from workbench.records import Cluster, Comparison, Pair, Relation
from workbench.store import Standing


def pair(number, score=0.9, reasons=("名称相同。",)):
    """A pair of items."""
    return Pair(f"P-{number}", "M-1", f"M-{number}", Comparison(Relation.SAME, score, "identical-name", reasons))


FIRST = [pair(2), pair(3), pair(4)], [Cluster("C-1", ("M-1", "M-2")), Cluster("C-2", ("M-3", "M-4"), "省农委")]
SECOND = [pair(2, 0.8), pair(3, 0.9, ("名称只是写法不同。",)), pair(5)], [Cluster("C-1", ("M-1", "M-2"), "省水利厅")]


@pytest.mark.parametrize("known", ["nothing", "all", "what another wrote over"])
def test_only_what_differs_is_written_and_all_of_it_stands(store, known):
    """A process that wrote last knows what stands; one that did not reads it first."""
    standing = Standing()
    store.replace_corpus({}, *FIRST, {}, "词", standing)
    assert standing.run
    if known == "what another wrote over":
        store.replace_corpus({}, [pair(9)], [], {}, "词")
    store.replace_corpus({}, *SECOND, {}, "词", Standing() if known == "nothing" else standing)
    assert (store.pairs(), store.clusters()) == SECOND
    store.replace_corpus({}, [replace(each) for each in FIRST[0]], FIRST[1], {}, "词", standing)
    assert (store.pairs(), store.clusters()) == FIRST
    store.replace_corpus({}, [], [], {}, "词", standing)
    assert (store.pairs(), store.clusters()) == ([], [])
