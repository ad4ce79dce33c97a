"""The audit trail: who signed in, who failed to, who looked at what is secret. A file that is only added to.

One JSON object a line, each with the hash of the line before, so that a line that was changed or taken out is found.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FILE = "audit.jsonl"
_FIRST = "0" * 64
#: Bytes from the end in which the last line is looked for; lines are shorter.
_TAIL = 16_384
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Trail:
    """The trail in a folder; several processes may add at once."""

    folder: Path

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / FILE

    def add(self, what: str, user: str, **more: str) -> None:
        """Append one line: what happened, who did it, and where or on what.

        Raises:
            OSError: it cannot be written; whoever asked must then not go on.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        number = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(number, "r+b", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            entry = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "what": what, "user": user[:_LONGEST]}
            entry |= {name: value[:_LONGEST] for name, value in more.items()}
            entry["before"] = _hash(_last(file))
            file.write(json.dumps(entry, ensure_ascii=False).encode() + b"\n")
            os.fsync(file.fileno())

    def entries(self) -> Iterator[dict[str, Any]]:
        """The lines, oldest first, without those that are none of ours: :meth:`broken` tells of them."""
        if self.path.is_file():
            with self.path.open("rb") as file:
                yield from (json.loads(line) for line in file if _told(line) is not None)

    def broken(self) -> list[str]:
        """The lines whose predecessor is not the one that they were written after, as sentences."""
        found, before = [], b""
        for number, line in enumerate(self.path.read_bytes().split(b"\n")[:-1] if self.path.is_file() else (), start=1):
            if _told(line) != _hash(before):
                found.append(f"“{self.path.name}”第 {number} 行与上一行不衔接，其前有改动或删除")
            before = line
        return found


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest() if line else _FIRST


def _told(line: bytes) -> str | None:
    """The hash that a line tells of the one before; None for what is no line of ours."""
    try:
        return str(json.loads(line)["before"])
    except (ValueError, KeyError, TypeError):
        return None


def _last(file: Any) -> bytes:
    """The last line, without its end; a line that was cut short by a fault is ended first."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(size - _TAIL, 0))
    tail: bytes = file.read()
    if tail and not tail.endswith(b"\n"):
        file.write(b"\n")
    return tail.removesuffix(b"\n").rpartition(b"\n")[2]
