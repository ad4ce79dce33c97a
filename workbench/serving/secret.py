"""The workspace's secrets: the key that signs the session cookies, and the word that opens the metrics."""

import os
import secrets
from pathlib import Path

FILE, TOKEN_FILE = "cookie-secret", "metrics-token"
BYTES = 32


def cookie_secret(workspace: Path) -> bytes:
    """The workspace's key, made at the first start; only the owner of the file can read it."""
    return _kept(workspace / "data" / FILE, secrets.token_bytes(BYTES))


def metrics_token(workspace: Path) -> str:
    """The bearer token for ``/metrics``, kept in the same way."""
    return _kept(workspace / "data" / TOKEN_FILE, secrets.token_urlsafe(BYTES).encode()).decode()


def _kept(path: Path, new: bytes) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.stat().st_size < BYTES:
        _make(path, new)
    path.chmod(0o600)
    return path.read_bytes()


def _make(path: Path, new: bytes) -> None:
    """Write the secret under another name first: a start that is cut short leaves no half of it."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(new)
    draft.replace(path)
