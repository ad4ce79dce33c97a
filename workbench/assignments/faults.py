"""What is wrong with ``group_assignments.yml``, all of it at once."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file, the key's path such as ``groups[2].phone``, the value found and what is allowed."""

    file: str
    key: str
    value: str
    message: str
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One Chinese sentence."""
        choices = f"可用：{'、'.join(self.choices)}。" if self.choices else ""
        return f"{self.file} 的 {self.key}：{self.message}（现为“{self.value}”）。{choices}"


class InvalidAssignments(Exception):  # noqa: N818 - the sentence is for people
    """The file cannot be used; ``faults`` names every fault, ``str()`` is one Chinese line a fault."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order of the file."""
        self.faults = list(faults)
        super().__init__("\n".join(map(str, self.faults)))
