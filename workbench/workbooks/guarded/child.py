"""The guarded process: forks itself for each file, so that limits hold per file and a crash costs only that file.

A request is two frames, the limits (JSON) and the file; an answer is one frame (see ``wire``): ``{"sheets": [...]}``
with their texts, ``{"reason", "remedy"}`` or ``{"died": cause}``.
"""

import fcntl
import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Callable

from workbench.workbooks.guarded.bounds import MEGABYTE
from workbench.workbooks.guarded.contents import checked_size, read_grids
from workbench.workbooks.guarded.formats import Format, broken, recognise
from workbench.workbooks.guarded.frames import PIPE_SIZE, receive, send
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.guarded.reach import explain
from workbench.workbooks.guarded.wire import pack, pack_answer
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook


def serve() -> None:
    """Answer requests until the parent closes the pipe or is gone."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while (settings := receive(requests)) is not None and (content := receive(requests)) is not None:
        send(answers, _respond(Limits(**json.loads(settings)), content))


def _respond(limits: Limits, content: bytes) -> bytes:
    """The answer to a file; where reading it costs the process, another one looks why."""
    answer, cause = _in_fork(lambda: _answer(limits, content))
    if cause == "memory":
        explained, failed = _in_fork(lambda: _explanation(limits, content))
        if explained and not failed:
            return explained
    return pack_answer({"died": cause}) if cause else answer


def _in_fork(work: Callable[[], bytes]) -> tuple[bytes, str]:
    """What a fork of this process makes, which has to keep within the limits; and what it died of, if it did."""
    reading, writing = os.pipe()
    fcntl.fcntl(reading, fcntl.F_SETPIPE_SZ, PIPE_SIZE)
    fork = os.fork()
    if fork == 0:
        os.close(reading)
        gc.disable()  # it makes no cycles, and does not live long
        with os.fdopen(writing, "wb") as stream:
            stream.write(work())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        answer = stream.read()
    _, status = os.waitpid(fork, 0)
    return answer, _cause(status) if status else ""


def _cause(status: int) -> str:
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return "time" if killed in {signal.SIGXCPU, signal.SIGKILL} else "memory"


def _answer(limits: Limits, content: bytes) -> bytes:
    try:
        _allow(limits, len(content) / MEGABYTE)
        _allow(limits, checked_size(content, limits))
        return pack(read_grids(content, limits), limits)
    except UnreadableWorkbook as error:
        return _refusal(error)
    except MemoryError:
        return pack_answer({"died": "memory"})
    except Exception:  # noqa: BLE001 - whatever a parser stumbles over, the file is to blame
        return _refusal(broken())


def _explanation(limits: Limits, content: bytes) -> bytes:
    """Why a workbook cannot be read, where its sheets say; nothing where they do not."""
    try:
        _allow(limits, checked_size(content, limits))
        if recognise(content) is Format.XLSX:
            explain(Parts(content), limits)
    except UnreadableWorkbook as error:
        return _refusal(error)
    return b""


def _refusal(error: UnreadableWorkbook) -> bytes:
    return pack_answer({"reason": error.reason, "remedy": error.remedy})


def _allow(limits: Limits, megabytes: float) -> None:
    """Set how much memory and time this process may take for a file that unpacks to so many megabytes."""
    memory = min(limits.memory_mb + limits.memory_per_mb * megabytes, limits.most_memory_mb)
    seconds = int(limits.cpu_seconds + limits.cpu_per_mb * megabytes) + 1
    resource.setrlimit(resource.RLIMIT_AS, (int(memory * MEGABYTE), resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    serve()
