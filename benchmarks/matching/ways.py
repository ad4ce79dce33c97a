"""Ways to find pairs of alike names: ours, brute force, and peers at their fastest setting with a high recall.

Each gives pairs of rows (two int arrays, the smaller row first). What a peer measures is not rapidfuzz's ratio, so
its pairs are candidates, and :func:`verified` leaves those that reach the threshold.
"""

from itertools import pairwise

import numpy as np

Pairs = tuple[np.ndarray, np.ndarray]

_THREADS = 2
#: A row of a sparse product keeps so many: more than the largest family has members.
_NEIGHBOURS = 100


def ours(names: list[str], threshold: float) -> Pairs:
    """The exact join."""
    from workbench.matching.join import similar_pairs

    table = similar_pairs(names, threshold)
    return table.a, table.b


def cdist(names: list[str], threshold: float) -> Pairs:
    """Brute force by rapidfuzz over the upper triangle."""
    from rapidfuzz import fuzz, process

    found, at, cells = [], 0, 4_000_000
    while at < len(names):
        end = min(len(names), at + max(1, cells // (len(names) - at)))
        scores = process.cdist(
            names[at:end],
            names[at:],
            scorer=fuzz.ratio,
            score_cutoff=threshold,
            dtype=np.float32,
            workers=_THREADS,
        )
        a, b = np.nonzero(scores)
        found.append(((a + at)[b > a], (b + at)[b > a]))
        at = end
    a, b = zip(*found, strict=True)
    return np.concatenate(a), np.concatenate(b)


def sparse_dot_topn(names: list[str], _: float) -> Pairs:
    """TF-IDF of two-character pieces, cosine from 0.4."""
    from sparse_dot_topn import sp_matmul_topn

    matrix = _tfidf(names)
    return _upper(sp_matmul_topn(matrix, matrix.T.tocsr(), _NEIGHBOURS, threshold=0.4, n_threads=_THREADS))


def sp_matmul_rs(names: list[str], _: float) -> Pairs:
    """The same on the kernel that string_grouper brings."""
    from sp_matmul_rs import sp_matmul_topn

    matrix = _tfidf(names)
    return _upper(sp_matmul_topn(matrix, matrix.T.tocsr(), _NEIGHBOURS, threshold=0.4, n_threads=_THREADS))


def string_grouper(names: list[str], _: float) -> Pairs:
    """The same by string_grouper, told to leave Chinese as it is."""
    import pandas as pd
    from string_grouper import match_strings

    found = match_strings(
        pd.Series(names),
        ngram_size=2,
        min_similarity=0.4,
        max_n_matches=_NEIGHBOURS,
        number_of_processes=_THREADS,
        normalize_to_ascii=False,
        ignore_case=False,
        regex="",
    )
    return _ordered(found["left_index"].to_numpy(), found["right_index"].to_numpy())


def simstring(names: list[str], _: float) -> Pairs:
    """SimString (Rust): two-character pieces, Dice from 0.6."""
    return _simstring(names, 0.6)


def simstring_tuned(names: list[str], _: float) -> Pairs:
    """The same from 0.65: the fastest that still found 0.99, known only by looking at the true pairs."""
    return _simstring(names, 0.65)


def rensa(names: list[str], _: float) -> Pairs:
    """MinHash of one- and two-character pieces: 80 permutations in 20 bands of four."""
    return _rensa(names, 20, 4)


def rensa_tuned(names: list[str], _: float) -> Pairs:
    """The same in 28 bands of five: the fastest that still found 0.99, known only by looking at the true pairs."""
    return _rensa(names, 28, 5)


def splink(names: list[str], _: float) -> Pairs:
    """Splink on DuckDB: blocked by the first and the last three characters and the middle, Jaro-Winkler from 0.8."""
    import pandas as pd
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink.comparison_library import JaroWinklerAtThresholds

    frame = pd.DataFrame({"unique_id": range(len(names)), "name": names})
    rules = ["substr(name, 1, 3)", "right(name, 3)", "substr(name, 3, 3)"]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[JaroWinklerAtThresholds("name", [0.9, 0.8])],
        blocking_rules_to_generate_predictions=[block_on(rule) for rule in rules],
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI()
    linker = Linker(api.register(frame), settings)
    found = linker.inference.predict().as_pandas_dataframe()
    return _ordered(found["unique_id_l"].to_numpy(), found["unique_id_r"].to_numpy())


def verified(names: list[str], pairs: Pairs, threshold: float) -> Pairs:
    """The pairs that reach the threshold by rapidfuzz, each once."""
    from rapidfuzz import fuzz, process

    keys = np.unique((pairs[0].astype(np.int64) << 32) | pairs[1].astype(np.int64))
    a, b, array = keys >> 32, keys & 0xFFFFFFFF, np.array(names, dtype=object)
    kept = np.zeros(len(keys), bool)
    for at in range(0, len(keys), 1_000_000):
        part = slice(at, at + 1_000_000)
        scores = process.cpdist(
            array[a[part]],
            array[b[part]],
            scorer=fuzz.ratio,
            score_cutoff=threshold,
            dtype=np.float64,
            workers=_THREADS,
        )
        kept[part] = scores >= threshold
    return a[kept], b[kept]


def _tfidf(names: list[str]):  # noqa: ANN202 - a sparse matrix, of a library that ships no types
    from sklearn.feature_extraction.text import TfidfVectorizer

    pieces = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), lowercase=False, dtype=np.float32)
    return pieces.fit_transform(names)


def _upper(product) -> Pairs:  # noqa: ANN001 - a sparse matrix, of a library that ships no types
    found = product.tocoo()
    return _ordered(found.row, found.col)


def _ordered(a: np.ndarray, b: np.ndarray) -> Pairs:
    """The smaller row first; no row with itself."""
    apart = a != b
    a, b = a[apart], b[apart]
    return np.minimum(a, b), np.maximum(a, b)


def _simstring(names: list[str], least: float) -> Pairs:
    from simstring_rust.database import HashDb
    from simstring_rust.extractors import CharacterNgrams
    from simstring_rust.measures import Dice
    from simstring_rust.searcher import Searcher

    base = HashDb(CharacterNgrams(2, "$"))
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        rows.setdefault(name, []).append(row)
    for name in rows:
        base.insert(name)
    searcher = Searcher(base, Dice())
    pairs = [
        (one, two)
        for name, mine in rows.items()
        for other in searcher.search(name, least)
        for one in mine
        for two in rows[other]
    ]
    return _ordered(*np.array(pairs).reshape(-1, 2).T)


def _rensa(names: list[str], bands: int, each: int) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    pieces = [[*name, *map("".join, pairwise(name))] for name in names]
    sketches = RMinHash.from_token_sets(pieces, bands * each, 42)
    index = RMinHashLSH(0.5, bands * each, bands)
    index.insert_many(sketches)
    a, b = [], []
    for row, near in enumerate(index.query_all(sketches)):
        later = [other for other in near if other > row]
        a += [row] * len(later)
        b += later
    return np.array(a, np.int64), np.array(b, np.int64)


WAYS = {
    "workbench": ours,
    "sparse_dot_topn": sparse_dot_topn,
    "sp_matmul_rs": sp_matmul_rs,
    "string_grouper": string_grouper,
    "simstring-rust": simstring,
    "simstring-rust, tuned": simstring_tuned,
    "rensa": rensa,
    "rensa, tuned": rensa_tuned,
    "splink on DuckDB": splink,
    "rapidfuzz cdist, triangle": cdist,
}
EXACT = ("workbench", "rapidfuzz cdist, triangle")
#: Names that a way can take before its candidates fill gigabytes.
LIMITS = {"splink on DuckDB": 10_000}
