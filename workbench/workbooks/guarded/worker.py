"""The parent's side of the guarded process: started when first needed, started again when it is gone."""

import atexit
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from typing import BinaryIO, cast

from workbench.workbooks.collecting import no_collection
from workbench.workbooks.guarded.assembling import Assembly
from workbench.workbooks.guarded.decoding import too_large
from workbench.workbooks.guarded.frames import END, FILE, LIMITS, PIPE_SIZE, receive, send
from workbench.workbooks.guarded.grid import Grid
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

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
    limits = limits or Limits.from_environment()
    if len(content) > limits.file_mb * _MEGABYTE:
        raise too_large(len(content), limits)
    grids, answer = _worker().ask(limits, content)
    if "reason" in answer:
        raise UnreadableWorkbook(answer["reason"], answer["remedy"])
    if "died" in answer:
        raise UnreadableWorkbook(_DIED[answer["died"]], _SIMPLIFY)
    return grids


class _Worker:
    """One guarded process of this process; one request at a time."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, limits: Limits, content: bytes) -> tuple[list[Grid], dict[str, str]]:
        """The process's answer; it is killed, and the next request starts another, when it takes too long."""
        size = len(content) / _MEGABYTE
        seconds = _TO_START + _PATIENCE * (limits.cpu_seconds + limits.cpu_per_mb * max(size, limits.unpacked_mb))
        with self._lock:
            process = self._running()
            timer = threading.Timer(seconds, process.kill)
            timer.start()
            try:
                with no_collection():
                    return _exchange(process, limits, content)
            except (BrokenPipeError, EOFError):
                self._end()
                return [], {"died": "time"}
            except (ValueError, LookupError, TypeError):
                self._end()
                return [], {"died": "memory"}
            finally:
                timer.cancel()

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


def _exchange(process: subprocess.Popen[bytes], limits: Limits, content: bytes) -> tuple[list[Grid], dict[str, str]]:
    """The grids of a file, and what ends the answer. Raises EOFError where that breaks off, and what Assembly does."""
    requests, answers = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
    send(requests, LIMITS, json.dumps(asdict(limits)).encode())
    send(requests, FILE, content)
    assembly, left = Assembly(), int(limits.most_memory_mb * _MEGABYTE)
    while frame := receive(answers, left):
        kind, data = frame
        if kind == END:
            return assembly.grids, json.loads(data)
        assembly.take(kind, data)
        left -= len(data)
    raise EOFError


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
