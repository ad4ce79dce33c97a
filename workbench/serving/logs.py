"""The server's log: one JSON object a line, without names of users, addresses of browsers or what was typed."""

import json
import logging
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

#: Bytes of a log file before a new one is begun, and how many former ones are kept.
LARGEST = 10_000_000
KEPT = 9
#: Loggers of libraries that put addresses, headers or arguments of requests into their sentences.
_QUIET = ("tornado.access", "tornado.general")


class Lines(logging.Formatter):
    """When, how grave, whose and what; of a fault its kind and places, never its values."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname, "logger": record.name, "message": _said(record)}
        if record.exc_info and record.exc_info[0]:
            line["fault"] = record.exc_info[0].__name__
            line["places"] = " < ".join(_places(record))
        return json.dumps(line, ensure_ascii=False)


class Repeats(logging.Filter):
    """Lets a sentence through that was not said within the last minutes: what does not go away is not said every turn."""

    QUIET_SECONDS = 600.0

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives seconds."""
        super().__init__()
        self._clock = clock
        self._said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to log it."""
        now, text = self._clock(), record.getMessage()
        self._said = {each: at for each, at in self._said.items() if now - at < self.QUIET_SECONDS}
        return self._said.setdefault(text, now) == now


def write_logs(file: Path | None) -> None:
    """Log into a file that only its owner reads and that is begun anew when it is large; None: standard error."""
    handler = logging.StreamHandler(sys.stderr) if file is None else _file(file)
    handler.setFormatter(Lines())
    handler.addFilter(Repeats())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)


class _Private(RotatingFileHandler):
    """Log files with mode 600, also those begun later."""

    def _open(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the type is private to the library
        opened = super()._open()
        Path(self.baseFilename).chmod(0o600)
        return opened


def _file(path: Path) -> logging.Handler:
    path.parent.mkdir(parents=True, exist_ok=True)
    return _Private(path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")


def _said(record: logging.LogRecord) -> str:
    """Our own sentences in full; of libraries the sentence's pattern, for its values may be anything that was sent."""
    return record.getMessage() if record.name.startswith(("workbench", "__main__")) else str(record.msg)[:200]


def _places(record: logging.LogRecord) -> list[str]:
    trace = record.exc_info[2] if record.exc_info else None
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return found[::-1]
