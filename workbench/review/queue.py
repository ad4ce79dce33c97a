"""The table that a reviewer works through: one line an item, with its findings counted."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from workbench.assignments import Assignments
from workbench.records import STAGE_NAMES, Cluster, Event, Finding, Matter, NotChecked, Pair, Severity, Stage
from workbench.review.frames import matters_frame
from workbench.review.twin_verdicts import verdicts_on_pairs

COLUMNS = [
    "item", "seq", "item_name", "sub_item_name", "unit", "group", "kind", "round", "item_type", "violations",
    "doubts", "hints", "not_checked", "suspects", "settled", "verdict", "verdict_by", "verdict_at", "rules", "position", "file",
    "again", "uncorrected", "stage",
]  # fmt: skip
_COUNTED = {"violations": Severity.VIOLATION, "doubts": Severity.DOUBT, "hints": Severity.HINT}


def queue_frame(
    matters: Sequence[Matter],
    assignments: Assignments,
    findings: Mapping[str, Sequence[Finding]],
    not_checked: Mapping[str, Sequence[NotChecked]],
    pairs: Sequence[Pair],
    states: Mapping[str, Event],
    clusters: Sequence[Cluster] = (),
    again: Collection[str] = (),
    uncorrected: Collection[str] = (),
    stages: Mapping[tuple[str, str], Stage] | None = None,
) -> pd.DataFrame:
    """One line a matter: columns :data:`COLUMNS`; ``verdict`` is None while nothing stands.

    ``suspects`` counts the suspected pairs of the matter, ``settled`` those among them that have a verdict. ``again`` is
    1 for what has to be looked at since it came again (see :func:`workbench.review.follow_up.to_look_at`),
    ``uncorrected`` for what was returned and is still there. ``stage`` is where unit and kind are in the chain, in words.
    """
    frame = matters_frame(matters, assignments)
    items = list(frame["item"])
    suspects = Counter(item for pair in pairs for item in (pair.a, pair.b))
    for column, severity in _COUNTED.items():
        frame[column] = [sum(f.severity is severity for f in findings.get(item, ())) for item in items]
    frame["not_checked"] = [len(not_checked.get(item, ())) for item in items]
    frame["suspects"] = [suspects[item] for item in items]
    on_pairs = verdicts_on_pairs(pairs, clusters, states)
    settled = Counter(item for pair in pairs if _settled(pair, on_pairs) for item in (pair.a, pair.b))
    frame["settled"] = [settled[item] for item in items]
    frame["rules"] = [" ".join(dict.fromkeys(f.rule for f in findings.get(item, ()))) for item in items]
    frame["again"] = [int(item in again) for item in items]
    frame["uncorrected"] = [int(item in uncorrected) for item in items]
    places = [(stages or {}).get(place) for place in zip(frame["unit"], frame["kind"], strict=True)]
    frame["stage"] = [STAGE_NAMES[stage or Stage.GROUP_REVIEW] for stage in places]
    standing = [states.get(item) for item in items]
    for column, attribute in (("verdict", "verdict"), ("verdict_by", "by"), ("verdict_at", "at")):
        values = [getattr(event, attribute) if event and event.verdict else None for event in standing]
        frame[column] = pd.Series(values, dtype=object)
    return frame[COLUMNS]


def _settled(pair: Pair, on_pairs: Mapping[str, Event]) -> bool:
    """Whether a person decided the pair, now or in a round before."""
    return pair.pair in on_pairs or pair.comparison.level.startswith("judged-")
