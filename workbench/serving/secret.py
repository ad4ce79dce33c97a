"""The key that signs the session cookies."""

import os
import secrets
from pathlib import Path

FILE = "cookie-secret"
BYTES = 32


def cookie_secret(workspace: Path) -> bytes:
    """The workspace's key, made at the first start; only the owner of the file can read it."""
    path = workspace / "data" / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.stat().st_size < BYTES:
        _make(path)
    path.chmod(0o600)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Write the key under another name first: a start that is cut short leaves no half key."""
    draft = path.with_name(f"{FILE}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(BYTES))
    draft.replace(path)
