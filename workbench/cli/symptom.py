"""What ``workbench doctor`` says of one thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing looked at. ``ok`` None: only worth knowing."""

    check: str
    ok: bool | None
    message: str
    remedy: str = ""
