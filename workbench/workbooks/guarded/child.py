"""The guarded process: forks itself for each file, so that limits hold per file and a crash costs only that file.

A request is two frames, the limits (JSON) and the file. An answer is the frames of all sheets (see ``sending``) and one
that ends it: ``{}``, ``{"reason", "remedy"}`` or ``{"died": cause}``. The parent has the first rows while the fork still
makes the last.
"""

import fcntl
import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from workbench.workbooks.guarded.bounds import MEGABYTE
from workbench.workbooks.guarded.contents import checked_size, read_flows
from workbench.workbooks.guarded.formats import Format, broken, recognise
from workbench.workbooks.guarded.frames import PIPE_SIZE, forward, receive
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
    requests = sys.stdin.buffer
    while (settings := receive(requests, _ANY)) and (file := receive(requests, _ANY)):
        _respond(Limits(**json.loads(settings[1])), file[1])


def _respond(limits: Limits, content: bytes) -> None:
    """Answer a file; where reading it costs the process, another one looks why."""
    answered, cause = _in_fork(limits, lambda stream: _answer(limits, content, stream))
    if cause == "memory" and not answered:
        answered, _ = _in_fork(limits, lambda stream: _explanation(limits, content, stream))
    if not answered:
        Sender(sys.stdout.buffer, limits, 0).end({"died": cause or "memory"})


def _in_fork(limits: Limits, work: Callable[[BinaryIO], None]) -> tuple[bool, str]:
    """Let a fork of this process answer, within the limits: whether it did to the end, and what it died of, if so."""
    reading, writing = os.pipe()
    fcntl.fcntl(reading, fcntl.F_SETPIPE_SZ, PIPE_SIZE)
    fork = os.fork()
    if fork == 0:
        os.close(reading)
        gc.disable()  # it makes no cycles, and does not live long
        with os.fdopen(writing, "wb") as stream:
            work(stream)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb", 0) as stream:
        answered = forward(stream.fileno(), sys.stdout.fileno(), int(limits.most_memory_mb * MEGABYTE))
    _, status = os.waitpid(fork, 0)
    return answered, _cause(status) if status else ""


def _cause(status: int) -> str:
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return "time" if killed in {signal.SIGXCPU, signal.SIGKILL} else "memory"


def _answer(limits: Limits, content: bytes, stream: BinaryIO) -> None:
    try:
        _allow(limits, len(content) / MEGABYTE)
        memory = _allow(limits, checked_size(content, limits))
        Sender(stream, limits, memory / _SHARE).sheets(read_flows(content, limits))
    except UnreadableWorkbook as error:
        _refuse(error, stream, limits)
    except MemoryError:
        Sender(stream, limits, 0).end({"died": "memory"})
    except Exception:  # noqa: BLE001 - whatever a parser stumbles over, the file is to blame
        _refuse(broken(), stream, limits)


def _explanation(limits: Limits, content: bytes, stream: BinaryIO) -> None:
    """Why a workbook cannot be read, where its sheets say; nothing where they do not."""
    try:
        _allow(limits, checked_size(content, limits))
        if recognise(content) is Format.XLSX:
            explain(Parts(content), limits)
    except UnreadableWorkbook as error:
        _refuse(error, stream, limits)


def _refuse(error: UnreadableWorkbook, stream: BinaryIO, limits: Limits) -> None:
    Sender(stream, limits, 0).end({"reason": error.reason, "remedy": error.remedy})


def _allow(limits: Limits, megabytes: float) -> float:
    """Set how much time and memory this process may take for a file of so many megabytes; the memory in bytes."""
    memory = min(limits.memory_mb + limits.memory_per_mb * megabytes, limits.most_memory_mb) * MEGABYTE
    seconds = int(limits.cpu_seconds + limits.cpu_per_mb * megabytes) + 1
    resource.setrlimit(resource.RLIMIT_AS, (int(memory), resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return memory


if __name__ == "__main__":
    serve()
