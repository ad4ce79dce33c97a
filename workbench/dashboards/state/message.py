"""What the status line says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A Chinese sentence with its tone: ``ok``, ``warn``, ``bad`` or ``calm``."""

    text: str = ""
    tone: str = "calm"
