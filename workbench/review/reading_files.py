"""Opens and examines many files on every core."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from workbench.matching.engine import LOCAL, Engine
from workbench.records import Problem
from workbench.review.examine import Examined, Sent, open_file
from workbench.review.knowing import knowing
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
    work: Callable[[Sent], Examined],
    files: Sequence[Path],
    report: Callable[[int, int], None],
    engine: Engine = LOCAL,
) -> Iterator[Examined]:
    """The files examined in their order, each file of a .zip by itself; ``report`` hears how many are done of all.

    An ``engine`` other than this machine examines them where it is; they are opened here.

    Raises InvalidSetting, before any file is blamed for it, where a limit on files is no number.
    """
    Limits.from_environment()
    work = knowing(work)
    surely = partial(_surely, work=work)
    if engine is not LOCAL:
        yield from engine.map(partial(_sent_out, work=work), (each for file in files for each in _opened(file)))
        return
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
    opened = _opened(file)
    if len(opened) == 1:
        return _sent_out(opened[0], work)
    return [each for each in opened if isinstance(each, Sent)]


def _opened(file: Path) -> list[Sent] | list[Examined]:
    """What is to be examined of a file, or what became of it."""
    try:
        opened = open_file(file)
    except Exception:
        log.exception("opening %s broke", file.name)
        return [_broken(file.name)]
    return [opened] if isinstance(opened, Examined) else opened


def _sent_out(sent: Sent | Examined, work: Callable[[Sent], Examined]) -> Examined:
    return sent if isinstance(sent, Examined) else _surely(sent, work)


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
