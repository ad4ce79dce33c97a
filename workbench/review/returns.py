"""Writes returns workbooks and their cover letters into the folder of the group."""

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench import workbooks
from workbench.assignments import Assignments
from workbench.records import Submission
from workbench.review import placing
from workbench.review.letters import letter_of
from workbench.review.returns_telling import Teller
from workbench.store import Store

log = logging.getLogger(__name__)


def letter_path(path: Path) -> Path:
    """Where the cover letter of a returns workbook stands: beside it."""
    return path.with_name(f"{path.stem}-审核意见函.docx")


class _HeldOpenError(Exception):
    """Somebody has the file open."""

    def __init__(self, path: Path, lock: Path) -> None:
        """``lock`` is the lock file that says so."""
        super().__init__(path)
        self.path, self.lock = path, lock


def write_changed(store: Store, assignments: Assignments, folder: Path) -> list[Path]:
    """Write the workbooks of all submissions that have events which theirs does not show yet."""
    behind = set(store.dirty())
    return write_all(store, assignments, [each for each in store.submissions() if each.sha256 in behind], folder)


def write_all(store: Store, assignments: Assignments, submissions: Iterable[Submission], folder: Path) -> list[Path]:
    """Write the workbooks of the submissions; one that cannot be written now, or at all, is told and stops no other.

    What can never be written is not tried again until there is another verdict.
    """
    placing.sweep(folder)
    names = _names(store.submissions())
    teller = Teller(store, assignments)
    written = []
    for each in submissions:
        name, event = names.get(each.sha256, _own_name(each)), store.last_event()
        try:
            written.append(_write(store, teller, each, folder, name))
        except workbooks.ReadingDied as error:
            log.warning("“%s”的反馈工作簿暂时没有写出：%s。结论不受影响，稍后自动再写。", each.file, error.reason)
        except workbooks.UnreadableWorkbook as error:
            log.warning("“%s”没有写出反馈工作簿：%s", each.file, error.reason)
            store.exported(each.sha256, event)
        except _HeldOpenError as held:
            log.warning(
                "“%s”正被打开（有锁文件“%s”），暂不更新。结论不受影响，关闭后自动更新。", held.path.name, held.lock.name
            )
        except OSError as error:
            reason = placing.why(error)
            log.warning("“%s”的反馈工作簿暂时写不进去：%s。结论不受影响，稍后自动再写。", each.file, reason)
    return written


def _write(store: Store, teller: Teller, submission: Submission, folder: Path, name: str) -> Path:
    """Write one submission's returns workbook and its letter into ``folder``/第N组/; note the last event shown.

    Raises:
        _HeldOpenError: somebody has one of the two open.
        OSError: one of them cannot be written now.
    """
    path = folder / teller.group_name(submission) / name
    for each in (path, letter_path(path)):
        if lock := placing.holder(each):
            raise _HeldOpenError(each, lock)
    content = teller.tell(submission)
    workbook = workbooks.write_returns(store.content(submission.sha256), submission.file, content)
    letter = workbooks.write_letter(letter_of(teller.assignments, submission, content, path.name))
    path.parent.mkdir(parents=True, exist_ok=True)
    placing.put(path, workbook)
    placing.put(letter_path(path), letter)
    store.exported(submission.sha256, content.event)
    return path


def _names(submissions: Sequence[Submission]) -> dict[str, str]:
    """The name of each submission's returns workbook: its own, longer where several would be called the same."""
    ways = (
        _own_name,
        lambda each: f"{each.unit}-{each.kind}-{_own_name(each)}",
        lambda each: f"{each.unit}-{each.kind}-{each.sha256[:8]}-{_own_name(each)}",
    )
    names: dict[str, str] = {}
    for way in ways:
        left = [(each.sha256, way(each)) for each in submissions if each.sha256 not in names]
        counted = Counter(name for _, name in left)
        names |= {digest: name for digest, name in left if counted[name] == 1}
    return names


def _own_name(submission: Submission) -> str:
    return Path(submission.file).with_suffix(".xlsx").name
