"""What is said of a file that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager


class UnreadableWorkbook(Exception):  # noqa: N818 - the name that the other rooms were promised
    """A file that cannot be read as a workbook (附件1 3.2).

    ``reason`` says why and ``remedy`` what its sender can do, both Chinese sentences without a full stop;
    ``str()`` is the whole message with the file's name.
    """

    def __init__(self, reason: str, remedy: str, file: str = "") -> None:
        """``file`` is filled in by the reader that knows the name."""
        super().__init__(reason, remedy, file)
        self.reason = reason
        self.remedy = remedy
        self.file = file

    def __str__(self) -> str:
        """The whole message."""
        return f"无法读取文件“{self.file}”：{self.reason}。{self.remedy}。"


class ReadingDied(UnreadableWorkbook):
    """The process that read the file ended in mid-work: the file's fault, or that of a machine short of time or memory."""


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Name the file in what is said of it inside."""
    try:
        yield
    except UnreadableWorkbook as error:
        raise type(error)(error.reason, error.remedy, file) from error
