"""A search's memory as bytes, to be kept in a file: numbers and texts only, nothing that is run when it is read."""

import json
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from itertools import starmap
from typing import Any

import numpy as np

from workbench.citations import added_statutes
from workbench.matching.answers import Answers
from workbench.matching.basis import BasisMatch
from workbench.matching.distinct import numbered
from workbench.matching.gist import MARK_SIZE, Gist
from workbench.matching.incremental import JoinIndex
from workbench.matching.lexicon import added_tables
from workbench.matching.memory import Memory, Reading
from workbench.matching.weights import Weights

#: What is found depends on the code of these, word for word.
_CODE = ("workbench.matching", "workbench.citations", "workbench.records")
_READ = (".py", ".csv")
_DIGEST = 32


def to_bytes(memory: Memory) -> bytes:
    """The memory, with a stamp of the code and tables that it was made with, behind a checksum."""
    held: dict[str, Any] = {
        "stamp": _text(stamp()),
        "marks": np.frombuffer(b"".join(memory.marks), np.uint8),
        "open_pairs": memory.open.pairs,
        "open_values": memory.open.values,
        "level_pairs": memory.levels.pairs,
        "level_values": memory.levels.values,
        "read": np.fromiter(memory.readings, np.int64, len(memory.readings)),
        "alike": np.concatenate([np.empty(0, np.int64), *memory.alike.values()]),
        "told": _text(
            {
                "gists": memory.gists,
                "readings": list(memory.readings.values()),
                "alike": [(objects, len(pairs)) for objects, pairs in memory.alike.items()],
                "counts": dict(memory.weights.counts),
                "texts": sorted(memory.texts),
            }
        ),
    }
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


def _memory(held: dict[str, np.ndarray[Any, Any]]) -> Memory:
    told = _told(held["told"])
    gists = [
        Gist(name, wording, core, generic, tuple((title, article) for title, article in provisions))
        for name, wording, core, generic, provisions in told["gists"]
    ]
    marks = held["marks"].tobytes()
    _, first = numbered(gist.wording for gist in gists)
    ends = np.cumsum([size for _, size in told["alike"]], dtype=np.int64)[:-1]
    readings = starmap(Reading, ((BasisMatch(basis), tuple(reasons)) for basis, reasons in told["readings"]))
    return Memory(
        marks=[marks[at : at + MARK_SIZE] for at in range(0, len(marks), MARK_SIZE)],
        gists=gists,
        wordings={gists[row].name: number for number, row in enumerate(first)},
        open=Answers(held["open_pairs"], held["open_values"]),
        levels=Answers(held["level_pairs"], held["level_values"]),
        readings=dict(zip(held["read"].tolist(), readings, strict=True)),
        alike={
            tuple(objects): pairs
            for (objects, _), pairs in zip(told["alike"], np.split(held["alike"], ends), strict=False)
        },
        indexes=tuple(JoinIndex.from_bytes(held[name].tobytes()) for name in held if name.startswith("index")),
        weights=Weights(told["counts"], len(told["texts"])),
        texts=frozenset(told["texts"]),
    )


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
