"""The guarded process: its forks read the files, so that limits hold per file and a crash costs only that file.

A request is two frames, the limits (JSON) and the file. An answer is the frames of all sheets (see ``sending``) and one
that ends it: ``{}``, ``{"reason", "remedy"}`` or ``{"died": cause}``. The parent has the first rows while the fork still
makes the last.
"""

import gc
import json
import resource
import sys
from math import ceil
from typing import BinaryIO

from workbench.workbooks.guarded.bounds import MEGABYTE
from workbench.workbooks.guarded.contents import checked_size, read_flows
from workbench.workbooks.guarded.forking import SMALL, Cost, Fork
from workbench.workbooks.guarded.formats import Format, broken, recognise
from workbench.workbooks.guarded.frames import receive
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.guarded.reach import explain
from workbench.workbooks.guarded.sending import Sender
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

#: A request comes from the parent, which is trusted.
_ANY = sys.maxsize
#: Texts may take one part in so many of the memory that a file may cost.
_SHARE = 3


def serve() -> None:
    """Answer requests until the parent closes the pipe or is gone."""
    gc.collect()
    gc.freeze()  # so that forks share what was made by now
    requests, server = sys.stdin.buffer, _Server()
    while (settings := receive(requests, _ANY)) and (file := receive(requests, _ANY)):
        server.respond(settings[1], file[1])
    server.end()


class _Server:
    """Has files read by forks; for small files, one fork after another."""

    def __init__(self) -> None:
        self._kept: Fork | None = None

    def respond(self, settings: bytes, content: bytes) -> None:
        """Answer a file; where reading it costs the process, another one looks why."""
        limits = Limits(**json.loads(settings))
        answered, cause = self._in_fork(settings, content, int(limits.most_memory_mb * MEGABYTE))
        if cause == "memory" and not answered:
            fork = Fork(_explanation, settings, content)
            answered, _, stays = fork.answer(int(limits.most_memory_mb * MEGABYTE))
            if stays:
                fork.end()
        if not answered:
            Sender(sys.stdout.buffer, limits, 0).end({"died": cause or "memory"})

    def end(self) -> None:
        """Let the fork that is kept end."""
        kept, self._kept = self._kept, None
        if kept:
            kept.end()

    def _in_fork(self, settings: bytes, content: bytes, most: int) -> tuple[bool, str]:
        """Let a fork answer: whether it did to the end, and what it died of, if so."""
        fork, self._kept = self._kept, None
        if fork and len(content) > SMALL:
            fork.end()
            fork = None
        if fork:
            fork.ask(settings, content)
        else:
            fork = Fork(_answer, settings, content)
        answered, cause, stays = fork.answer(most)
        self._kept = fork if stays else None
        return answered, cause


def _answer(before: Cost, settings: bytes, content: bytes, stream: BinaryIO) -> None:
    limits = Limits(**json.loads(settings))
    try:
        _allow(before, limits, len(content) / MEGABYTE)
        memory = _allow(before, limits, checked_size(content, limits))
        Sender(stream, limits, memory / _SHARE).sheets(read_flows(content, limits))
    except UnreadableWorkbook as error:
        _refuse(error, stream, limits)
    except MemoryError:
        Sender(stream, limits, 0).end({"died": "memory"})
    except Exception:  # noqa: BLE001 - whatever a parser stumbles over, the file is to blame
        _refuse(broken(), stream, limits)


def _explanation(before: Cost, settings: bytes, content: bytes, stream: BinaryIO) -> None:
    """Why a workbook cannot be read, where its sheets say; nothing where they do not."""
    limits = Limits(**json.loads(settings))
    try:
        _allow(before, limits, checked_size(content, limits))
        if recognise(content) is Format.XLSX:
            explain(Parts(content), limits)
    except UnreadableWorkbook as error:
        _refuse(error, stream, limits)


def _refuse(error: UnreadableWorkbook, stream: BinaryIO, limits: Limits) -> None:
    Sender(stream, limits, 0).end({"reason": error.reason, "remedy": error.remedy})


def _allow(before: Cost, limits: Limits, megabytes: float) -> float:
    """Set how much time and memory this process may take for a file of so many megabytes; the memory in bytes."""
    memory = min(limits.memory_mb + limits.memory_per_mb * megabytes, limits.most_memory_mb) * MEGABYTE
    seconds = ceil(before.seconds + limits.cpu_seconds + limits.cpu_per_mb * megabytes)
    resource.setrlimit(resource.RLIMIT_AS, (int(memory) + before.memory, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return memory


if __name__ == "__main__":
    serve()
