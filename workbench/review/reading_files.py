"""Opens and examines many files on every core."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from workbench.records import Problem
from workbench.review.examine import Examined, Sent, open_file
from workbench.workbooks.limits import Limits

log = logging.getLogger(__name__)

#: What a folder is searched for; a file that is named is read whatever its ending.
ENDINGS = (
    ".xlsx", ".xlsm", ".xls", ".ods", ".et", ".csv", ".xml", ".htm", ".html", ".docx", ".doc", ".jsonl", ".zip",
)  # fmt: skip

#: Lies beside the submissions that ``workbench sample`` writes, and is none.
_PLANTED = "planted.csv"


def cores() -> int:
    """How many processes work side by side."""
    return os.cpu_count() or 1


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The submissions that the paths name; lock files and temporary files of office programs are left out."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(file for file in path.rglob("*") if _is_sent(file))
        else:
            files.append(path)
    return files


def _is_sent(file: Path) -> bool:
    passed_over = file.name.startswith(("~$", ".")) or file.name == _PLANTED
    return file.suffix.lower() in ENDINGS and not passed_over and file.is_file()


def examine_files(
    work: Callable[[Sent], Examined], files: Sequence[Path], report: Callable[[int, int], None]
) -> Iterator[Examined]:
    """The files examined in their order, each file of a .zip by itself; ``report`` hears how many are done of all.

    Raises InvalidSetting, before any file is blamed for it, where a limit on files is no number.
    """
    Limits.from_environment()
    surely = partial(_surely, work=work)
    if len(files) == 1 and files[0].suffix.lower() != ".zip":
        yield from _all_of(_first_look(files[0], work), partial(map, surely))
        report(1, 1)
        return
    with ProcessPoolExecutor(max_workers=cores()) as pool:
        done, of = 0, len(files)
        for looked in pool.map(partial(_first_look, work=work), files):
            of += 0 if isinstance(looked, Examined) else len(looked) - 1
            for examined in _all_of(looked, partial(pool.map, surely)):
                yield examined
                done += 1
                report(done, of)


def _first_look(file: Path, work: Callable[[Sent], Examined]) -> Examined | list[Sent]:
    """The file examined; the files in it where it holds several, for other processes to share."""
    try:
        opened = open_file(file)
    except Exception:
        log.exception("opening %s broke", file.name)
        return _broken(file.name)
    if isinstance(opened, Examined):
        return opened
    return _surely(opened[0], work) if len(opened) == 1 else opened


def _surely(sent: Sent, work: Callable[[Sent], Examined]) -> Examined:
    """The file examined; a fault of ours is told like one of the file."""
    try:
        return work(sent)
    except Exception:
        log.exception("reading %s broke", sent.name)
        return _broken(sent.name)


def _broken(file: str) -> Examined:
    message = f"{file}：读取时程序出错，没有收入。请把该文件交给管理员核查；其他文件不受影响。"
    return Examined(file, "", problems=(Problem(message, file, fatal=True),))


def _all_of(
    looked: Examined | list[Sent], work_on: Callable[[Sequence[Sent]], Iterator[Examined]]
) -> Iterator[Examined]:
    return iter((looked,)) if isinstance(looked, Examined) else work_on(looked)
