"""The parent's side of the guarded process: started when first needed, started again when it is gone."""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import BinaryIO, cast

from workbench.workbooks.collecting import no_collection
from workbench.workbooks.guarded.arrival import Arrival, DamagedAnswer, arrivals
from workbench.workbooks.guarded.decoding import too_large
from workbench.workbooks.guarded.frames import END, FILE, LIMITS, PIPE_SIZE, Frame, receive, send
from workbench.workbooks.guarded.grid import Grid
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import ReadingDied, UnreadableWorkbook

_MEGABYTE = 1 << 20
#: Wall clock seconds for each second of processor time that a file may take, and to start the process.
_PATIENCE = 3
_TO_START = 30
_DIED = {
    "memory": "读取时占用内存过多，已中止",
    "time": "读取时间过长，已中止",
}
#: A heap for each thread would count as memory taken, though it is only set aside.
_ONE_HEAP = {"MALLOC_ARENA_MAX": "1"}
_SIMPLIFY = "文件可能已损坏或含有异常内容，请新建工作簿，把表格内容粘贴过去后再报送"


def parse(content: bytes, limits: Limits | None = None) -> list[Grid]:
    """All worksheets of a workbook file. Raises UnreadableWorkbook, whatever the file does to its parser."""
    with no_collection(), arriving(content, limits) as sheets:
        return [sheet.all() for sheet in sheets]


@contextmanager
def arriving(content: bytes, limits: Limits | None = None) -> Iterator[Iterator[Arrival]]:
    """The worksheets of a workbook file as they come, to be read while the guarded process makes the rest.

    Raises UnreadableWorkbook, at once or from any sheet, whatever the file does to its parser.
    """
    limits = limits or Limits.from_environment()
    if len(content) > limits.file_mb * _MEGABYTE:
        raise too_large(len(content), limits)
    try:
        with _worker().answer(limits, content) as frames:
            yield arrivals(frames)
    except DamagedAnswer:
        raise ReadingDied(_DIED["memory"], _SIMPLIFY) from None


class _Worker:
    """One guarded process of this process; one request at a time."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    @contextmanager
    def answer(self, limits: Limits, content: bytes) -> Iterator[Iterator[Frame]]:
        """The frames of the sheets; a process that takes too long, or is not heard to the end, is killed.

        The next request starts another one.
        """
        size = len(content) / _MEGABYTE
        seconds = _TO_START + _PATIENCE * (limits.cpu_seconds + limits.cpu_per_mb * max(size, limits.unpacked_mb))
        with self._lock:
            process, answer = self._running(), _Answer(limits)
            timer = threading.Timer(seconds, process.kill)
            timer.start()
            try:
                yield answer.frames(process, content)
            finally:
                timer.cancel()
                if not answer.ended:
                    self._end()

    def close(self) -> None:
        """End the process, if it runs."""
        if self.owner == os.getpid():
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "workbench.workbooks.guarded.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | _ONE_HEAP,
                pipesize=PIPE_SIZE,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            try:
                cast("BinaryIO", stream).close()
            except BrokenPipeError:
                continue


class _Answer:
    """What the process says to one file; ``ended`` when it has said all."""

    def __init__(self, limits: Limits) -> None:
        self.ended = False
        self._limits = limits

    def frames(self, process: subprocess.Popen[bytes], content: bytes) -> Iterator[Frame]:
        """All frames but the last. Raises UnreadableWorkbook where that gives a reason, or where none comes."""
        requests, answers = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        with suppress(BrokenPipeError):
            send(requests, LIMITS, json.dumps(asdict(self._limits)).encode())
            send(requests, FILE, content)
        left = int(self._limits.most_memory_mb * _MEGABYTE)
        while frame := receive(answers, left):
            if frame[0] == END:
                self._end(frame[1])
                return
            yield frame
            left -= len(frame[1])
        raise ReadingDied(_DIED["time"], _SIMPLIFY)

    def _end(self, data: bytes) -> None:
        try:
            answer = json.loads(data)
        except ValueError:
            raise DamagedAnswer from None
        self.ended = True
        if "reason" in answer:
            raise UnreadableWorkbook(answer["reason"], answer["remedy"])
        if "died" in answer:
            raise ReadingDied(_DIED[answer["died"]], _SIMPLIFY)


_current: _Worker | None = None


def _worker() -> _Worker:
    """The worker of this process; a forked copy of another process's must not share its pipes."""
    global _current  # noqa: PLW0603 - one per process
    if _current is None or _current.owner != os.getpid():
        _current = _Worker()
        atexit.register(_current.close)
    return _current


def close() -> None:
    """End this process's guarded process, if it has one; the next file starts another."""
    if _current is not None:
        _current.close()
