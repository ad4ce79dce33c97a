"""Brings a database up to the version that this code knows."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from workbench.store.database import reading, writing
from workbench.store.refusals import StoreProblem

#: The steps in ``migrations/versions``, oldest first.
VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012")


def bring_up_to_date(engine: Engine) -> None:
    """Run the steps that the database lacks; the steps and the note that they ran are one transaction.

    Raises:
        StoreProblem: the database was made by a newer version of this software.
    """
    with reading(engine) as connection:
        version = _version(connection)
    if version == VERSIONS[-1]:
        return
    _refuse_newer(version)
    with writing(engine) as connection:
        _run_steps(connection)


def require_up_to_date(engine: Engine) -> None:
    """Hold that a database which is only read has every step.

    Raises:
        StoreProblem: it lacks some, or was made by a newer version of this software.
    """
    with reading(engine) as connection:
        version = _version(connection)
    _refuse_newer(version)
    if version != VERSIONS[-1]:
        raise StoreProblem("数据库还是旧版本，只读账号不能升级。请管理员先用本软件打开一次（如 workbench doctor）。")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _refuse_newer(version: str | None) -> None:
    if version is not None and version not in VERSIONS:
        raise StoreProblem(
            f"数据库是由更新版本的软件建立的（库版本 {version}，本软件支持到 {VERSIONS[-1]}）。"
            "请升级本软件（pip install -U review-workbench）后再打开，数据未作任何改动。"
        )


def _run_steps(connection: Connection) -> None:
    """Alembic is imported only here: opening a database that is up to date need not wait for it."""
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
