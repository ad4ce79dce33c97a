"""How much a submitted file may cost before it is refused."""

import math
import os
from dataclasses import dataclass, fields
from typing import Self

MEGABYTE = 1 << 20
_PREFIX = "WORKBENCH_READ_"


class InvalidSetting(ValueError):  # noqa: N818 - named like what it says
    """A limit in the environment is no number above 0; ``str()`` names it in Chinese."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Settings; each can be set by an environment variable, such as ``WORKBENCH_READ_FILE_MB=100``.

    ``file_mb`` the file itself; ``unpacked_mb`` and ``entries`` what a zipped workbook declares; ``ratio``
    how far it may be compressed; ``cells`` rows times columns of one sheet; ``merge_cells`` cells under one
    merge, ``merged_cells`` under all of them and ``merges`` how many there are; ``sheets`` worksheets or tables;
    ``markup_cells`` cells of a file in a format that is slow to read (web page, XML, Word, .ods);
    ``cell_characters`` the text of one cell; ``json_lines`` the lines of JSON. A .zip of submissions may hold ``zip_files`` files and ``zip_mb``
    unpacked. The reading process may use
    ``memory_mb`` plus ``memory_per_mb`` for each unpacked megabyte, at most ``most_memory_mb``, and
    ``cpu_seconds`` plus ``cpu_per_mb`` for each unpacked megabyte.
    """

    file_mb: float = 100
    unpacked_mb: float = 500
    entries: float = 5_000
    ratio: float = 300
    cells: float = 3_000_000
    merge_cells: float = 200_000
    merged_cells: float = 1_000_000
    merges: float = 200_000
    sheets: float = 2_000
    markup_cells: float = 800_000
    cell_characters: float = 200_000
    json_lines: float = 300_000
    zip_files: float = 1_000
    zip_mb: float = 200
    memory_mb: float = 256
    memory_per_mb: float = 12
    most_memory_mb: float = 1_500
    cpu_seconds: float = 1
    cpu_per_mb: float = 0.5

    @classmethod
    def from_environment(cls) -> Self:
        """The limits with what the environment says. Raises InvalidSetting on a value that is no number above 0."""
        given = {}
        for each in fields(cls):
            text = os.environ.get(_PREFIX + each.name.upper())
            if text is not None:
                given[each.name] = _number(_PREFIX + each.name.upper(), text)
        return cls(**given)


def _number(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value < math.inf:
        raise InvalidSetting(f"环境变量 {name} 的值“{text}”不是大于 0 的数字，请改正后重试。")
    return value


def megabytes(size: float) -> str:
    """A number of bytes in MB, with one digit after the point where it is not a whole number."""
    return f"{size / MEGABYTE:,.1f}".removesuffix(".0") + " MB"
