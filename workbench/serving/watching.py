"""What the server tells of itself: the audit trail of sign-ins, numbers for Prometheus, and whether it is well."""

import shutil
import time
from collections.abc import Callable
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from workbench.review import Workspace

LEAST_FREE_BYTES = 200_000_000
#: Seconds for which an answer on health is given again, so that strangers who ask make no work.
FRESH = 2.0
_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_KINDS = {"voila/render": "page", "voila": "asset", "assets": "asset", "api": "kernel", "login": "sign_in"}


class Watch:
    """Counts and remembers for one server."""

    def __init__(self, workspace: Workspace, clock: Callable[[], float] = time.monotonic) -> None:
        """For a server on this workspace; ``clock`` gives seconds."""
        self._workspace, self._clock = workspace, clock
        self._well: tuple[float, bool] | None = None
        self.registry = CollectorRegistry()
        self.sign_ins = Counter("workbench_sign_ins", "Sign-ins by outcome", ["outcome"], registry=self.registry)
        self.requests = Histogram(
            "workbench_request_seconds", "Requests", ["kind", "status"], buckets=_SECONDS, registry=self.registry
        )
        self.connections = self.gauge("connections", "Open websockets")
        self._waiting = self.gauge("returns_waiting", "Returns workbooks behind the verdicts")
        self._last = self.gauge("last_event", "Number of the last review event")
        self._free = self.gauge("free_bytes", "Free disk space of the workspace")

    def gauge(self, name: str, meaning: str) -> Gauge:
        """A number that goes up and down."""
        return Gauge(f"workbench_{name}", meaning, registry=self.registry)

    def tell(self, what: str, user: str, address: str) -> None:
        """Write a sign-in, a failure or a sign-out into the audit trail and count it.

        Names that are not in the roster are left out: people type passwords into the wrong field.
        """
        known = self._workspace.assignments.reviewer(user) is not None
        self.sign_ins.labels(what).inc()
        self._workspace.trail.add(what, user if known else "", address=address)

    def served(self, handler: Any) -> None:
        """Count a request that was answered."""
        first, _, rest = handler.request.path.strip("/").partition("/")
        kind = _KINDS.get(f"{first}/{rest.partition('/')[0]}") or _KINDS.get(first, "other")
        self.requests.labels(kind, f"{handler.get_status() // 100}xx").observe(handler.request.request_time())

    def is_well(self) -> bool:
        """Whether the database answers and there is room on the disk. Reads both: not for the event loop."""
        now = self._clock()
        if self._well is None or now - self._well[0] >= FRESH:
            self._well = (now, self._look())
        return self._well[1]

    def numbers(self) -> bytes:
        """All numbers in Prometheus' text format. Reads the database: not for the event loop."""
        self._waiting.set(len(self._workspace.store.dirty()))
        self._last.set(self._workspace.store.last_event())
        self._free.set(self._free_bytes())
        return generate_latest(self.registry)

    def _look(self) -> bool:
        try:
            self._workspace.store.last_event()
        except Exception:  # noqa: BLE001 - whatever it is, the database does not answer
            return False
        return self._free_bytes() >= LEAST_FREE_BYTES

    def _free_bytes(self) -> int:
        return shutil.disk_usage(self._workspace.path).free
