"""How much memory there is, and what that means for the pairs that may be held."""

import resource
from pathlib import Path

#: Bytes that a pair takes while pairs are put in order: two numbers, a score, a key, its place, and the copies.
BYTES_A_PAIR = 64
#: The share of the free memory that pairs may take: whoever asked for them makes copies of their own.
_SHARE = 8
_AT_LEAST = 1_000_000
_UNKNOWN = 4 << 30
_GROUP = Path("/sys/fs/cgroup")


def usual_most() -> int:
    """How many pairs are held unless said otherwise: an eighth of the free memory at 64 bytes each."""
    return max(_AT_LEAST, free_memory() // _SHARE // BYTES_A_PAIR)


def free_memory() -> int:
    """Bytes that this process may still take: the least of what machine, container and process allow."""
    limits = (_of_machine(), _of_container(), _of_process())
    return min((limit for limit in limits if limit is not None), default=_UNKNOWN)


def _of_machine() -> int | None:
    for line in _lines(Path("/proc/meminfo")):
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def _of_container() -> int | None:
    limit, used = (_lines(_GROUP / name) for name in ("memory.max", "memory.current"))
    if not limit or not used or limit[0] == "max":
        return None
    return max(0, int(limit[0]) - int(used[0]))


def _of_process() -> int | None:
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    return None if limit == resource.RLIM_INFINITY else limit // 2


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError:
        return []
