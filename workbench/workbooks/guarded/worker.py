"""The parent's side of the guarded process: started when first needed, started again when it is gone."""

import atexit
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from typing import Any, BinaryIO, cast

from workbench.workbooks.guarded.decoding import too_large
from workbench.workbooks.guarded.frames import PIPE_SIZE, receive, send
from workbench.workbooks.guarded.grid import Grid
from workbench.workbooks.guarded.wire import unpack_answer
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
_SIMPLIFY = "文件可能已损坏或含有异常内容，请新建工作簿，把表格内容粘贴过去后再报送"


def parse(content: bytes, limits: Limits | None = None) -> list[Grid]:
    """All worksheets of a workbook file. Raises UnreadableWorkbook, whatever the file does to its parser."""
    limits = limits or Limits.from_environment()
    if len(content) > limits.file_mb * _MEGABYTE:
        raise too_large(len(content), limits)
    answer = _worker().ask(limits, content)
    if "reason" in answer:
        raise UnreadableWorkbook(answer["reason"], answer["remedy"])
    if "died" in answer:
        raise UnreadableWorkbook(_DIED[answer["died"]], _SIMPLIFY)
    return cast("list[Grid]", answer["sheets"])


class _Worker:
    """One guarded process of this process; one request at a time."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, limits: Limits, content: bytes) -> dict[str, Any]:
        """The process's answer; it is killed, and the next request starts another, when it takes too long."""
        size = len(content) / _MEGABYTE
        seconds = _TO_START + _PATIENCE * (limits.cpu_seconds + limits.cpu_per_mb * max(size, limits.unpacked_mb))
        with self._lock:
            process = self._running()
            timer = threading.Timer(seconds, process.kill)
            timer.start()
            try:
                answer = self._exchange(process, limits, content)
            finally:
                timer.cancel()
            if answer is None:
                self._end()
                return {"died": "time"}
        try:
            return unpack_answer(answer)
        except (ValueError, LookupError, TypeError):
            return {"died": "memory"}

    def close(self) -> None:
        """End the process, if it runs."""
        if self.owner == os.getpid():
            self._end()

    def _exchange(self, process: subprocess.Popen[bytes], limits: Limits, content: bytes) -> bytes | None:
        try:
            requests = cast("BinaryIO", process.stdin)
            send(requests, json.dumps(asdict(limits)).encode())
            send(requests, content)
            return receive(cast("BinaryIO", process.stdout))
        except BrokenPipeError:
            return None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "workbench.workbooks.guarded.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
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
