"""Forks of the guarded process: one for each file, or one after another for small files, of which each has its limits.

Forking costs more than reading a small file. What a fork holds of one small file it has let go before the next, and one
that has grown is not asked again.
"""

import fcntl
import gc
import os
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from workbench.workbooks.guarded.frames import FILE, LIMITS, PIPE_SIZE, forward, receive, send


class Cost(NamedTuple):
    """Processor time and memory that files before have cost a fork, which do not count for the next one."""

    seconds: float
    memory: int


#: Reads a file (limits as sent, content) and writes its answer.
Work = Callable[[Cost, bytes, bytes, BinaryIO], None]
#: A file that is not larger may share a fork with others: a request for it fits into a pipe.
SMALL = PIPE_SIZE // 4
#: So many files a fork reads, while it has not grown by more.
_MOST, _GROWTH_KB = 100, 32 * 1024
_STAYS = b"+"


class Fork:
    """A fork that has been given its first file."""

    def __init__(self, work: Work, limits: bytes, content: bytes) -> None:
        """Start it."""
        reading, self._asks = os.pipe()
        self._answers, writing = os.pipe()
        fcntl.fcntl(self._answers, fcntl.F_SETPIPE_SZ, PIPE_SIZE)
        fcntl.fcntl(self._asks, fcntl.F_SETPIPE_SZ, PIPE_SIZE)
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._asks)
            os.close(self._answers)
            _serve(work, limits, content, reading, writing)
        os.close(reading)
        os.close(writing)

    def ask(self, limits: bytes, content: bytes) -> None:
        """Give it a further file, which is small."""
        with suppress(BrokenPipeError), os.fdopen(self._asks, "wb", closefd=False) as stream:
            send(stream, LIMITS, limits)
            send(stream, FILE, content)

    def answer(self, most: int) -> tuple[bool, str, bool]:
        """Pass its answer on: whether that is whole, what the fork died of, if so, and whether it can be asked again."""
        answered = forward(self._answers, sys.stdout.fileno(), most)
        if answered and os.read(self._answers, 1) == _STAYS:
            return True, "", True
        return answered, self.end(), False

    def end(self) -> str:
        """Let it end; what it died of, if it did not end by itself."""
        os.close(self._asks)
        os.close(self._answers)
        _, status = os.waitpid(self._pid, 0)
        if not status:
            return ""
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        return "time" if killed in {signal.SIGXCPU, signal.SIGKILL} else "memory"


def _serve(work: Work, limits: bytes, content: bytes, reading: int, writing: int) -> None:
    """Answer file after file, and end this process."""
    gc.disable()  # it makes few cycles, and does not live long
    before, grown = _address_space(), _size_kb() + _GROWTH_KB
    with os.fdopen(reading, "rb") as requests, os.fdopen(writing, "wb") as answers:
        for further in reversed(range(_MOST)):
            work(Cost(_used_seconds(), _address_space() - before), limits, content, answers)
            if not further or len(content) > SMALL or _size_kb() > grown:
                break
            answers.write(_STAYS)
            answers.flush()
            settings, file = receive(requests, sys.maxsize), receive(requests, sys.maxsize)
            if not settings or not file:
                break
            limits, content = settings[1], file[1]
    os._exit(0)


def _size_kb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _used_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _address_space() -> int:
    """Bytes of memory that this process has set aside."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
