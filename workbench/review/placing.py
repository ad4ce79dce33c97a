"""Puts files that people open into their place: whole, on the disk before they are named, and never under an open one."""

import os
import time
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path
from tempfile import NamedTemporaryFile

#: What is older was left behind: a lock by a program that crashed, a file half written by one that was killed.
LOCK_SECONDS = 12 * 3600
LEFT_SECONDS = 600
_ENDING = ".tmp"
_REASONS = {
    ENOSPC: "磁盘已满，请清理磁盘",
    EDQUOT: "磁盘配额已用完，请清理磁盘",
    EROFS: "所在磁盘是只读的，请改为可写",
    EACCES: "没有写入权限，请检查文件夹权限",
    EPERM: "没有写入权限，请检查文件夹权限",
}


def why(error: OSError) -> str:
    """What a person can do about it."""
    return _REASONS.get(error.errno or 0, str(error.strerror or error))


def holder(path: Path) -> Path | None:
    """The lock file that says that somebody has ``path`` open: Excel's and Word's, LibreOffice's, or WPS's.

    Whoever replaced an open file would have it replaced in turn by what its reader saves.
    """
    beside = [path.with_name(name) for name in (f"~${path.name}", f".~lock.{path.name}#", f".~{path.name}")]
    if path.suffix == ".docx":
        beside += [path.with_name(f"~${path.name[cut:]}") for cut in (1, 2)]
    return next((each for each in beside if _is_younger(each, LOCK_SECONDS)), None)


def put(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path`` at once: a reader sees the old file or the new one, also after a power cut.

    The content is on the disk before it takes the name, and the name before this returns.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=_ENDING, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Remove what writers that were killed left half written below ``folder``."""
    for left in folder.rglob(f".*{_ENDING}"):
        if not _is_younger(left, LEFT_SECONDS):
            left.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _is_younger(path: Path, seconds: float) -> bool:
    """Whether the file is there and was changed within so many seconds."""
    try:
        return time.time() - path.stat().st_mtime < seconds
    except OSError:
        return False
