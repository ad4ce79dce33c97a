"""Keeps the returns workbooks up with the verdicts, in a process of its own beside the server.

The process ends when its standard input does, so that it never outlives the server, however that ends.
"""

import fcntl
import logging
import select
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from workbench.review import open_workspace
from workbench.serving.logs import write_logs

#: Seconds between two looks for new verdicts.
INTERVAL = 1.0
#: Seconds that a workbook being written is given when the server ends.
PATIENCE = 20.0
_log = logging.getLogger(__name__)


class Exporter:
    """The process beside the server; started again when it dies. A context manager."""

    def __init__(self, workspace: Path, log: Path | None = None) -> None:
        """For the workspace in this folder; ``log`` is the file it logs into, None: standard error."""
        self._command = [sys.executable, "-m", __name__, str(workspace), *([str(log)] if log else [])]
        self._ending = threading.Event()
        self._process = self._start()
        self._keeper = threading.Thread(target=self._keep, name="exporter", daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._keeper.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process and wait for it."""
        self._ending.set()
        self._keeper.join()
        self._close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def is_running(self) -> bool:
        """Whether the process lives."""
        return self._process.poll() is None

    def _start(self) -> subprocess.Popen[bytes]:
        """In a session of its own: Ctrl+C in the shell is for the server alone."""
        return subprocess.Popen(self._command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 - fixed words

    def _close(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()

    def _keep(self) -> None:
        while not self._ending.wait(INTERVAL):
            if not self.is_running():
                _log.error("反馈工作簿导出进程意外结束（状态 %s），重新启动。", self._process.returncode)
                self._close()
                self._process = self._start()


def run(workspace: Path) -> None:
    """Export what changed, again and again, until standard input ends; of several servers on a workspace one does."""
    opened = None
    while not _ended():
        try:
            opened = opened or open_workspace(workspace)
            with (opened.path / "data" / "exporter.lock").open("w") as lock:
                if _alone(lock):
                    opened.export_changes()
        except Exception:  # noqa: BLE001 - logged in full; one fault must not stop the exporter
            _log.exception("反馈工作簿未能导出，%.0f 秒后再试。", INTERVAL)


def _alone(lock: IO[str]) -> bool:
    """Whether no other exporter is at work; until the file is closed."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _ended() -> bool:
    """Wait for the interval; whether standard input ended meanwhile."""
    return bool(select.select([sys.stdin], [], [], INTERVAL)[0])


if __name__ == "__main__":
    write_logs(Path(sys.argv[2]) if sys.argv[2:] else None)
    run(Path(sys.argv[1]))
