"""The engine that hands parts to Dask workers."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from workbench.matching.distributed.parts import Size, found, parts
from workbench.matching.engine import LOCAL, Engine, Item, Result
from workbench.matching.join import PairTable
from workbench.matching.join.join import checked_limits, gathered
from workbench.matching.join.repeats import Repeats

#: Parts that each thread of a worker has at hand: one to work on, one on its way.
_AT_HAND = 2
_PATIENCE = "15s"
#: Where workers do not say how much memory they have.
_USUAL_MEMORY = 2 << 30
_SETTINGS = {
    # A part goes through the scheduler, which keeps it until it is done: so a worker that dies loses nothing.
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.comm.retry.count": 2,
}


class NoCluster(Exception):  # noqa: N818 - a state that a person can mend, named as they would
    """The cluster cannot be used; the message says why and what to do, in Chinese."""


class ClusterEngine:
    """The workers of one Dask scheduler."""

    def __init__(self, client: Any) -> None:
        """Takes a connected ``distributed.Client``."""
        self._client = client

    def pairs(self, names: Sequence[str], threshold: float, *, most: int | None = None) -> PairTable:
        """The exact join, in parts sized by the workers' memory."""
        most = checked_limits(threshold, most)
        repeats = Repeats.of(names)
        planned = parts(repeats.distinct, threshold, most, self._size())
        return gathered(repeats, self.map(found, planned), threshold, most)

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results in order; few items are under way at a time, so that none waits in the scheduler's memory."""
        waiting, queue = iter(items), deque[Any]()
        try:
            while True:
                room = _AT_HAND * self._size().threads - len(queue)
                queue += [self._client.submit(function, item, pure=False) for item in islice(waiting, max(room, 0))]
                if not queue:
                    return
                yield self._result(queue.popleft())
        finally:
            self._client.cancel(list(queue))

    def _result(self, future: Any) -> Any:
        """A result, computed again if its worker died."""
        from distributed import KilledWorker  # noqa: PLC0415 - optional: only loaded where a cluster is used

        try:
            return future.result()
        except KilledWorker as error:
            raise NoCluster(
                "集群的工作进程接连中断，多半是内存不足。请给每个工作进程更多内存（dask worker --memory-limit），或减少其线程数。"
            ) from error

    def _size(self) -> Size:
        """Threads, and the memory that the poorest of them may use."""
        workers = self._client.scheduler_info(n_workers=-1)["workers"].values()
        threads = sum(worker["nthreads"] for worker in workers)
        memory = [(worker["memory_limit"] or _USUAL_MEMORY) // worker["nthreads"] for worker in workers]
        return Size(max(1, threads), min(memory, default=_USUAL_MEMORY))


@contextmanager
def opened_engine(name: str) -> Iterator[Engine]:
    """The engine of a name.

    Args:
        name: ``local``, or a scheduler's address such as ``tcp://scheduler:8786``.

    Yields:
        The engine; a cluster is let go of at the end, and left running.

    Raises:
        NoCluster: the address is none, Dask is not installed, or nobody answers.
    """
    if name == "local":
        yield LOCAL
        return
    with _connected(name) as client:
        yield ClusterEngine(client)


def _connected(address: str) -> Any:
    """A client of the scheduler at an address."""
    if not address.startswith(("tcp://", "tls://")):
        raise NoCluster(f"--engine 应为 local 或 tcp://主机:端口，现为“{address}”。")
    try:
        import dask  # noqa: PLC0415 - optional: only loaded where a cluster is used
        from distributed import Client  # noqa: PLC0415 - the same
    except ImportError as error:
        raise NoCluster("本机没有安装 Dask。请运行 pip install 'review-workbench[cluster]' 后重试。") from error
    dask.config.set(_SETTINGS)
    try:
        client: Any = Client
        return client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise NoCluster(
            f"连不上 {address} 的 Dask 调度器：{error}。请确认 dask scheduler 已启动、地址可达。"
        ) from error
