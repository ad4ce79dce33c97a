"""Opens and examines many files on every core."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from workbench.review.examine import Examined, open_file

#: What a folder is searched for; a file that is named is read whatever its ending.
ENDINGS = (
    ".xlsx", ".xlsm", ".xls", ".ods", ".et", ".csv", ".xml", ".htm", ".html", ".docx", ".doc", ".jsonl", ".zip",
)  # fmt: skip

#: Lies beside the submissions that ``workbench sample`` writes, and is none.
_PLANTED = "planted.csv"

Part = tuple[str, bytes]


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
    work: Callable[[Part], Examined], files: Sequence[Path], report: Callable[[int, int], None]
) -> Iterator[Examined]:
    """The files examined in their order, each file of a .zip by itself; ``report`` hears how many are done of all."""
    if len(files) == 1 and files[0].suffix.lower() != ".zip":
        yield from _all_of(_first_look(files[0], work), partial(map, work))
        report(1, 1)
        return
    with ProcessPoolExecutor(max_workers=cores()) as pool:
        done, of = 0, len(files)
        for looked in pool.map(partial(_first_look, work=work), files):
            of += 0 if isinstance(looked, Examined) else len(looked) - 1
            for examined in _all_of(looked, partial(pool.map, work)):
                yield examined
                done += 1
                report(done, of)


def _first_look(file: Path, work: Callable[[Part], Examined]) -> Examined | list[Part]:
    """The file examined; the files in it where it holds several, for other processes to share."""
    opened = open_file(file)
    if isinstance(opened, Examined):
        return opened
    return work(opened[0]) if len(opened) == 1 else opened


def _all_of(
    looked: Examined | list[Part], work_on: Callable[[Sequence[Part]], Iterator[Examined]]
) -> Iterator[Examined]:
    return iter((looked,)) if isinstance(looked, Examined) else work_on(looked)
