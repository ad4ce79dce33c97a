"""What the search for duplicates found out, kept with the workspace: the next one looks only at what is new."""

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Self

from workbench.matching import Memory, Named, memory_file
from workbench.records import Cluster, Pair
from workbench.review.made import MadeOf
from workbench.store import Standing

#: The folder of what can be made again: it may be deleted at any time.
FOLDER = "cache"
_ROWS, _GUIDES = "matching-rows.bin", "matching-guides.bin"


@dataclass
class CorpusMemory:
    """The memories of the search through all rows and of that through all guides.

    Attributes:
        folder: where they are kept from one process to the next; None: in this process only.
        rows: the search through the rows of catalogues.
        guides: the search through guides.
        named: the matters as matching sees them; these, pairs and clusters in this process only.
        pairs: of comparisons and their matters.
        clusters: of their members.
        standing: what is known of the store, in this process only.
        lock: held by the search that uses them.
    """

    folder: Path | None = None
    rows: Memory = field(default_factory=Memory)
    guides: Memory = field(default_factory=Memory)
    named: MadeOf[Named] = field(default_factory=MadeOf)
    pairs: MadeOf[Pair] = field(default_factory=MadeOf)
    clusters: MadeOf[Cluster] = field(default_factory=MadeOf)
    standing: Standing = field(default_factory=Standing)
    lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    @classmethod
    def kept(cls, folder: Path) -> Self:
        """What was kept in a folder; nothing where there is none, or where other code or words made it."""
        return cls(folder, _read(folder / _ROWS), _read(folder / _GUIDES))

    def save(self) -> None:
        """Keeps both; a folder that cannot be written costs time the next time, and nothing else."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(self.folder / _ROWS, self.rows)
            _write(self.folder / _GUIDES, self.guides)


def _read(path: Path) -> Memory:
    try:
        return memory_file.from_bytes(path.read_bytes())
    except OSError:
        return Memory()


def _write(path: Path, memory: Memory) -> None:
    """The whole file or none: another process may read it at the same time."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_bytes(memory_file.to_bytes(memory))
    unfinished.replace(path)
