"""How far two reviewers agree who decided the same items without seeing each other's verdicts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

import pandas as pd

from workbench.records import VERDICTS, SecondReview

AGREEMENT_COLUMNS = ["group", "drawn", "done", "agreed", "share", "kappa", "low", "high"]
SECOND_COLUMNS = [
    "sample", "group", "unit", "item", "first_by", "first_verdict", "first_opinion", "second_by", "second_verdict",
    "second_opinion", "agree",
]  # fmt: skip
#: 95 of 100 intervals of so many standard errors hold the true value.
_NORMAL_95 = 1.959964
_Pairs = Sequence[tuple[str, str]]


def kappa(pairs: _Pairs) -> tuple[float, float, float]:
    """Cohen's kappa of pairs of verdicts with its 95 % interval: (kappa, low, high), each -1 to 1.

    All three are NaN where kappa is not defined: no pairs, or all verdicts of both reviewers are one and the same. The
    interval is that of large samples, cut at -1 and 1; below some thirty pairs read it as a rough guide.

    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20.
    Fleiss, J. L., Cohen, J., Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa.
    Psychological Bulletin 72 (the error of an observed kappa, not that under independence).
    """
    count = len(pairs)
    first = {code: number / count for code, number in Counter(one for one, _ in pairs).items()}
    second = {code: number / count for code, number in Counter(two for _, two in pairs).items()}
    chance = sum(share * second.get(code, 0.0) for code, share in first.items())
    if len({verdict for pair in pairs for verdict in pair}) < 2:  # noqa: PLR2004 - of one kind nothing is told apart
        return float("nan"), float("nan"), float("nan")
    observed = sum(one == two for one, two in pairs) / count
    value = (observed - chance) / (1 - chance)
    reach = _NORMAL_95 * _standard_error(pairs, first, second, chance, value)
    return value, max(-1.0, value - reach), min(1.0, value + reach)


def _standard_error(
    pairs: _Pairs, first: Mapping[str, float], second: Mapping[str, float], chance: float, value: float
) -> float:
    """Fleiss, Cohen and Everitt's: cells on the diagonal, cells beside it, and what chance explains."""
    count = len(pairs)
    same = apart = 0.0
    for (one, two), number in Counter(pairs).items():
        if one == two:
            same += number / count * (1 - (first[one] + second.get(one, 0.0)) * (1 - value)) ** 2
        else:
            apart += number / count * (first.get(two, 0.0) + second.get(one, 0.0)) ** 2
    explained = (value - chance * (1 - value)) ** 2
    variance = same + (1 - value) ** 2 * apart - explained
    return sqrt(max(0.0, variance) / count) / (1 - chance)


def agreement_frame(reviews: Iterable[SecondReview], drawn: Mapping[int, int]) -> pd.DataFrame:
    """One line a group that verdicts were drawn from: columns :data:`AGREEMENT_COLUMNS`.

    ``drawn`` is how many by group, ``done`` how many of them have a second verdict; ``share`` (0 to 1), ``kappa`` and
    its interval are of those, NaN where they say nothing.
    """
    by_group: dict[int, list[tuple[str, str]]] = {group: [] for group in sorted(drawn)}
    for review in reviews:
        by_group[review.group].append((str(review.first.verdict), review.second.decision.verdict))
    lines = [(group, drawn[group], *_figures(pairs)) for group, pairs in by_group.items()]
    return pd.DataFrame.from_records(lines, columns=AGREEMENT_COLUMNS)


def _figures(pairs: _Pairs) -> tuple[float, ...]:
    agreed = sum(one == two for one, two in pairs)
    return len(pairs), agreed, agreed / len(pairs) if pairs else float("nan"), *kappa(pairs)


def second_reviews_frame(reviews: Iterable[SecondReview]) -> pd.DataFrame:
    """One line a second review that is done: columns :data:`SECOND_COLUMNS`; verdicts by their Chinese names."""
    lines = [
        (
            each.second.sample, each.group, each.unit, each.first.item, each.first.by, _name(each.first.verdict),
            each.first.opinion, each.second.by, _name(each.second.decision.verdict), each.second.decision.opinion,
            each.first.verdict == each.second.decision.verdict,
        )
        for each in reviews
    ]  # fmt: skip
    return pd.DataFrame.from_records(lines, columns=SECOND_COLUMNS)


def _name(code: str | None) -> str:
    return VERDICTS.get(code or "", "")
