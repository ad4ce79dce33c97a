"""Refuses an SQLite file on a network share: its write-ahead log is not safe there."""

from pathlib import Path

from workbench.store.refusals import StoreProblem

MOUNTS = Path("/proc/self/mounts")
_SHARES = {"nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "ceph", "fuse.sshfs", "fuse.glusterfs"}


def refuse_network_share(file: Path, mounts: Path = MOUNTS) -> None:
    """Look up where ``file`` lies in the table of mounts; a machine without that table is trusted.

    Raises:
        StoreProblem: it lies on a network share; the message says what to do instead.
    """
    kind = _file_system(file.resolve(), mounts)
    if kind in _SHARES:
        raise StoreProblem(
            f"数据库“{file}”在网络共享盘（{kind}）上，SQLite 在网络盘上可能丢失审核记录，不予打开。"
            "请把工作区放到本机磁盘；需要多台机器共用时，请改用 PostgreSQL（--database postgresql+psycopg://…）。"
        )


def _file_system(path: Path, mounts: Path) -> str | None:
    """The type of the innermost mount that holds ``path``."""
    if not mounts.is_file():
        return None
    found = None
    depth = -1
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, kind, *_ = line.split(" ")
        place = Path(point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if path.is_relative_to(place) and len(place.parts) >= depth:
            found, depth = kind, len(place.parts)
    return found
