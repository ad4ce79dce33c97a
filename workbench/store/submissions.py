"""Submissions: the workbooks that came in, with their bytes and what could not be read in them."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from workbench.records import Problem, Submission
from workbench.store.refusals import StoreProblem
from workbench.store.tables import contents, problems, submissions

#: The kind of a workbook that holds guides alone.
GUIDES = "办事指南"

_COLUMNS = [
    submissions.c[name] for name in ("sha256", "file", "unit", "kind", "round", "received_at", "rows")
]  # in the order of the record's fields


def add(connection: Connection, submission: Submission, content: bytes, found: Sequence[Problem]) -> int:
    """Insert a submission as the current one of its unit and kind, unless a later round is there; its number.

    Files of guides alone are current side by side: each of their guides has rounds of its own.

    Raises:
        StoreProblem: these bytes, or this round of the unit and kind, are there already.
    """
    _refuse_repeated(connection, submission)
    same = (submissions.c.unit == submission.unit) & (submissions.c.kind == submission.kind)
    later = connection.scalar(select(submissions.c.id).where(same, submissions.c.round > submission.round).limit(1))
    if later is None and submission.kind != GUIDES:
        connection.execute(update(submissions).where(same).values(current=False))
    values = dict(zip((column.name for column in _COLUMNS), astuple(submission), strict=True))
    current = later is None or submission.kind == GUIDES
    statement = insert(submissions).values(**values, current=current).returning(submissions.c.id)
    number: int = connection.execute(statement).scalar_one()
    connection.execute(insert(contents).values(submission=number, content=content))
    if found:
        lines = [{"submission": number} | dict(zip(_PROBLEM, astuple(problem), strict=True)) for problem in found]
        connection.execute(insert(problems), lines)
    return number


def _refuse_repeated(connection: Connection, submission: Submission) -> None:
    if known(connection, submission.sha256) is not None:
        raise StoreProblem(f"“{submission.file}”的内容此前已收过，未重复写入。")
    taken = select(submissions.c.file).where(
        submissions.c.unit == submission.unit,
        submissions.c.kind == submission.kind,
        submissions.c.round == submission.round,
    )
    other = None if submission.kind == GUIDES else connection.scalar(taken)
    if other is not None:
        raise StoreProblem(
            f"{submission.unit}的{submission.kind}第 {submission.round} 轮已有“{other}”，"
            f"“{submission.file}”没有写入。请重新执行“workbench intake”。"
        )


def stamp(connection: Connection, submission: int, checked_with: str) -> None:
    """Note which lists and settings the checks had."""
    connection.execute(update(submissions).where(submissions.c.id == submission).values(checked_with=checked_with))


def checked_otherwise(connection: Connection, checked_with: str) -> list[str]:
    """The hashes of the current submissions that were checked with other lists and settings."""
    other = or_(submissions.c.checked_with.is_(None), submissions.c.checked_with != checked_with)
    query = select(submissions.c.sha256).where(submissions.c.current, other).order_by(submissions.c.id)
    return list(connection.scalars(query))


def known(connection: Connection, sha256: str) -> Submission | None:
    """The submission with these bytes."""
    row = connection.execute(select(*_COLUMNS).where(submissions.c.sha256 == sha256)).one_or_none()
    return None if row is None else Submission(*row)


def listed(connection: Connection, *, current_only: bool) -> list[Submission]:
    """All submissions, oldest first."""
    query = select(*_COLUMNS).order_by(submissions.c.id)
    if current_only:
        query = query.where(submissions.c.current)
    return [Submission(*row) for row in connection.execute(query)]


def number_of(connection: Connection, sha256: str) -> int:
    """The submission's number.

    Raises:
        StoreProblem: there is none with these bytes.
    """
    number: int | None = connection.scalar(select(submissions.c.id).where(submissions.c.sha256 == sha256))
    if number is None:
        raise StoreProblem(f"没有内容摘要为“{sha256}”的报送，请核对。")
    return number


def newest(connection: Connection) -> int:
    """The number of the submission that came last; 0 where there is none."""
    return connection.scalar(select(func.max(submissions.c.id))) or 0


def content(connection: Connection, sha256: str) -> bytes:
    """The submitted bytes; raises as :func:`number_of`."""
    query = select(contents.c.content).where(contents.c.submission == number_of(connection, sha256))
    return bytes(connection.execute(query).scalar_one())


_PROBLEM = ("message", "file", "sheet", "cell", "fatal", "note")


def problems_of(connection: Connection, sha256: str) -> list[Problem]:
    """What could not be read in the workbook, in its order; raises as :func:`number_of`."""
    query: Any = select(*(problems.c[name] for name in _PROBLEM))
    query = query.where(problems.c.submission == number_of(connection, sha256)).order_by(problems.c.id)
    return [Problem(*row) for row in connection.execute(query)]
