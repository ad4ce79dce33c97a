"""Reads the tables of names that ``pairs`` and ``duplicates`` take."""

import re
from pathlib import Path

import pandas as pd

from workbench.cli.options import fail

#: What a spreadsheet takes for a formula: = + - @, a tab or a line break first; not a number with a sign.
_FORMULA = re.compile(r"(?![+-]?\d+(?:\.\d+)?$)[=+\-@\t\r\n]")
READERS = {".csv": "CSV", ".parquet": "Parquet"}


def read_names(path: Path, required: tuple[str, ...]) -> pd.DataFrame:
    """The table with all cells as text; blank where nothing is there. Ends the command when it cannot be read."""
    if path.suffix.lower() not in READERS:
        fail(f"“{path.name}”不是 .csv 或 .parquet 文件，请另存后重试。")
    try:
        frame = _read_csv(path) if path.suffix.lower() == ".csv" else pd.read_parquet(path)
    except (OSError, ValueError) as error:
        fail(f"无法读取“{path.name}”：{error}。请确认是 UTF-8 的 CSV 或完整的 Parquet 文件。")
    lacking = [column for column in required if column not in frame.columns]
    if lacking:
        fail(f"“{path.name}”缺少列：{'、'.join(lacking)}。现有列：{'、'.join(map(str, frame.columns))}。")
    return frame


def _read_csv(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def identifiers(frame: pd.DataFrame) -> list[object]:
    """The ``id`` column, or the row's number from 0 where there is none."""
    return list(frame["id"]) if "id" in frame.columns else list(range(len(frame)))


def texts(frame: pd.DataFrame, column: str) -> list[str]:
    """A column as text; blanks where the column or a value is missing."""
    if column not in frame.columns:
        return [""] * len(frame)
    return ["" if pd.isna(value) else str(value) for value in frame[column]]


def for_csv(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with an apostrophe before texts that an office program would take for a formula; numbers stay."""
    texts_only = frame.select_dtypes(exclude="number").columns
    return frame.assign(**{str(name): frame[name].map(_as_text) for name in texts_only})


def _as_text(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def write_table(frame: pd.DataFrame, path: Path) -> None:
    """Write .csv or .parquet by the file's ending."""
    if path.suffix.lower() == ".parquet":
        frame.to_parquet(path, index=False)
    elif path.suffix.lower() == ".csv":
        for_csv(frame).to_csv(path, index=False, encoding="utf-8")
    else:
        fail(f"--output 只能是 .csv 或 .parquet 文件，不能是“{path.name}”。")
