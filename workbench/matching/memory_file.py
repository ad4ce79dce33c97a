"""A search's memory as bytes, to be kept in a file: numbers and texts only, nothing that is run when it is read."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

import numpy as np

from workbench.citations import added_statutes
from workbench.matching.answers import Answers
from workbench.matching.candidates import Alike
from workbench.matching.distinct import Wordings
from workbench.matching.gist import MARK_SIZE
from workbench.matching.incremental import JoinIndex
from workbench.matching.lexicon import added_tables
from workbench.matching.memory import Matters, Memory
from workbench.matching.numbers import Numbers
from workbench.matching.overlaps import Counts, Overlaps
from workbench.matching.rows import Rows, Vocabulary
from workbench.matching.told import Told

#: What is found depends on the code of these, word for word.
_CODE = ("workbench.matching", "workbench.citations", "workbench.records")
_READ = (".py", ".csv")
_DIGEST = 32
_WORD = 8
_WORDS = ("names", "wordings", "cores", "provisions")
_COLUMNS = ("name", "wording", "core", "generic", "provision", "ends")

Held = dict[str, np.ndarray[Any, Any]]


def to_bytes(memory: Memory) -> bytes:
    """The memory, with a stamp of the code and tables that it was made with, behind a checksum."""
    matters, told, words = memory.matters, memory.told, memory.matters.rows.words
    held: dict[str, Any] = {
        "stamp": _text(stamp()),
        "marks": np.frombuffer(b"".join(matters.marks.tolist()), np.uint8),
        "open_pairs": memory.open.pairs,
        "open_values": memory.open.values,
        "level_pairs": memory.levels.pairs,
        "level_values": memory.levels.values,
        "told_pairs": told.pairs,
        "told_basis": told.basis,
        "told_overlap": told.overlap,
        "overlaps": memory.overlaps.flat,
        "overlap_ends": memory.overlaps.ends,
        "count": memory.counts.count,
        "objects": np.frombuffer(b"".join(memory.alike), np.int64),
        "alike": np.concatenate([np.empty(0, np.int64), *memory.alike.values()]),
        "alike_sizes": np.array([(len(of) // _WORD, len(pairs)) for of, pairs in memory.alike.items()]).reshape(-1, 2),
        "texts": _text(
            {
                "reasons": told.reasons.tolist(),
                "grams": memory.counts.grams.things,
                **{name: getattr(words, name).things for name in _WORDS},
            }
        ),
    }
    held |= {name: getattr(matters.rows, name) for name in _COLUMNS}
    held |= {f"index{at}": np.frombuffer(index.to_bytes(), np.uint8) for at, index in enumerate(memory.indexes)}
    stream = BytesIO()
    np.savez(stream, **held)
    content = stream.getvalue()
    return sha256(content).digest() + content


def from_bytes(content: bytes) -> Memory:
    """The memory that was kept; an empty one where the bytes are damaged, or other code or tables made it."""
    digest, content = content[:_DIGEST], content[_DIGEST:]
    if sha256(content).digest() != digest:
        return Memory()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        return _memory(dict(held)) if _told(held["stamp"]) == stamp() else Memory()


def stamp() -> str:
    """Stands for the code, the tables of words and the statutes that matters are read and compared with."""
    return sha256(repr((_code(), added_tables(), added_statutes())).encode("utf-8", "surrogatepass")).hexdigest()


def _memory(held: Held) -> Memory:
    texts = _told(held["texts"])
    matters = _matters(held, texts)
    return Memory(
        matters=matters,
        open=Answers(held["open_pairs"], held["open_values"]),
        levels=Answers(held["level_pairs"], held["level_values"]),
        told=_pairs(held, texts["reasons"]),
        overlaps=Overlaps(held["overlaps"], held["overlap_ends"]),
        alike=_alike(held),
        indexes=tuple(JoinIndex.from_bytes(held[name].tobytes()) for name in held if name.startswith("index")),
        counts=Counts(Numbers(texts["grams"]), held["count"], len(matters.wordings.texts)),
    )


def _matters(held: Held, texts: Mapping[str, Any]) -> Matters:
    provisions = [(title, article) for title, article in texts["provisions"]]
    words = Vocabulary(
        Numbers(texts["names"]), Numbers(texts["wordings"]), Numbers(texts["cores"]), Numbers(provisions)
    )
    rows = Rows(words, **{name: held[name] for name in _COLUMNS})
    content = held["marks"].tobytes()
    marks = np.empty(len(rows), object)
    marks[:] = [content[at : at + MARK_SIZE] for at in range(0, len(content), MARK_SIZE)]
    return Matters((), marks, rows, Wordings.among(rows))


def _pairs(held: Held, said: Sequence[Sequence[str]]) -> Told:
    pairs = held["told_pairs"]
    reasons = np.empty(len(pairs), object)
    reasons[:] = list(map(tuple, said))
    unscored = np.full(len(pairs), np.nan), np.empty(len(pairs), object)
    return Told(pairs, held["told_basis"], reasons, held["told_overlap"], *unscored)


def _alike(held: Held) -> Alike:
    ends = np.cumsum(held["alike_sizes"], axis=0, dtype=np.int64)[:-1]
    objects, pairs = np.split(held["objects"], ends[:, 0]), np.split(held["alike"], ends[:, 1])
    if not len(held["alike_sizes"]):
        return {}
    return {of.tobytes(): some for of, some in zip(objects, pairs, strict=True)}


def _text(told: object) -> np.ndarray[Any, Any]:
    return np.frombuffer(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"), np.uint8)


def _told(text: np.ndarray[Any, Any]) -> Any:
    return json.loads(text.tobytes().decode("utf-8", "surrogatepass"))


@cache
def _code() -> str:
    """A digest of the code and the packaged tables, and the library that ratios are from."""
    digest = sha256(version("rapidfuzz").encode())
    for package in _CODE:
        for name, content in _sources(files(package)):
            digest.update(name.encode() + content)
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[tuple[str, bytes]]:
    """The code and tables of a package and those below it."""
    found = []
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            found += _sources(each)
        elif each.name.endswith(_READ):
            found.append((each.name, each.read_bytes()))
    return found
