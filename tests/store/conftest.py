"""Real databases, and ways to fill them.

Every test that opens a store runs on SQLite and on PostgreSQL; a module that looks into the file itself says
``DATABASES = ("sqlite",)``, and so does a test by ``@pytest.mark.parametrize("backend", ["sqlite"])``.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine

from workbench import assignments
from workbench.records import Certainty, Finding, Matter, NotChecked, Place, Row, Severity, Submission
from workbench.store import Store, database

Submit = Callable[..., Submission]


@pytest.fixture(scope="session")
def roster(tmp_path_factory: pytest.TempPathFactory) -> assignments.Assignments:
    """The repository's own roster."""
    file = tmp_path_factory.mktemp("roster") / "group_assignments.yml"
    file.write_text(assignments.default_text(), encoding="utf-8")
    return assignments.load(file)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of a module on each of its databases."""
    marked = any("backend" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if "backend" in metafunc.fixturenames and not marked:
        metafunc.parametrize("backend", getattr(metafunc.module, "DATABASES", ("sqlite", "postgresql")))


class Server:
    """A PostgreSQL server of the test run's own, on a socket in its own folder, and databases in it."""

    def __init__(self, folder: Path) -> None:
        """Use :func:`postgresql`."""
        self.folder = folder
        self._numbers = count(1)

    def url(self, name: str) -> str:
        """The address of a database as the store takes it."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """The name of a new database that starts as a copy of ``template``."""
        name = f"test{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever still looks at it."""
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        """Run a statement of the server's administrator."""
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)


def programs() -> Path:
    """The folder with Debian's newest PostgreSQL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        pytest.fail("PostgreSQL is missing. Run: deploy/debian_packages.sh test")
    return found[-1].parent


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server that lives as long as the test run; PostgreSQL refuses root, so root starts it as ``postgres``."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    as_owner: list[str] = []
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        as_owner = ["runuser", "-u", "postgres", "--"]
    data, options = (
        str(folder / "data"),
        f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=50",
    )

    def run(program: str, *arguments: str) -> None:
        command = [*as_owner, str(programs() / program), "-D", data, *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "start", "--wait", "--silent", "-l", str(folder / "log"), "-o", options)
        yield Server(folder)
        run("pg_ctl", "stop", "--wait", "--silent", "--mode=immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def up_to_date(postgresql: Server, roster: assignments.Assignments) -> str:
    """A PostgreSQL database with all tables, to copy from: copying is faster than the steps."""
    name = postgresql.create()
    Store.open(postgresql.url(name), roster).close()
    return name


@pytest.fixture
def url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database that is not there yet (SQLite) or is empty (PostgreSQL).

    Where the test also takes ``store``, PostgreSQL's has its tables already.
    """
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'workbench.sqlite'}"
        return
    server = request.getfixturevalue("postgresql")
    filled = "store" in request.fixturenames
    name = server.create(request.getfixturevalue("up_to_date")) if filled else server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """The database beneath the store."""
    made = database.connect(url)
    yield made
    made.dispose()


@pytest.fixture
def store(url: str, roster: assignments.Assignments) -> Iterator[Store]:
    """An empty store."""
    with closing(Store.open(url, roster)) as opened:
        yield opened


@pytest.fixture
def unit_of(roster: assignments.Assignments) -> Callable[[int], str]:
    """The first unit of a group."""
    return lambda group: roster.units_of(group)[0].name


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """Makes a finding on a matter's name."""

    def make(rule: str, severity: Severity = Severity.VIOLATION, **others: object) -> Finding:
        return Finding(rule, "附件1 3.3.4", severity, Certainty.CERTAIN, f"{rule} 名称不规范。", "item_name", **others)

    return make


@pytest.fixture
def matter() -> Callable[..., Matter]:
    """Makes a catalogue row as read from a workbook."""

    def make(item: str, unit: str, round_: int = 1, position: int = 0) -> Matter:
        row = Row(
            org=unit,
            catalogue="省目录",
            region="辽宁省",
            seq=str(position + 1),
            item_name=f"取水许可 {item}",
            sub_item_name="",
            item_type="行政许可",
            legal_basis="【法律】《中华人民共和国水法》\n第四十八条",
            sub_items=("地下水", "地表水"),
        )
        place = Place(f"{unit}.xlsx", "目录", f"A{position + 4}")
        return Matter(item, unit, "省目录", round_, "辽宁省", row, place, {"item_name": f"B{position + 4}"}, position)

    return make


@pytest.fixture
def submit(store: Store, matter: Callable[..., Matter]) -> Submit:
    """Stores a workbook of a unit with the given items and findings."""

    def add(
        unit: str,
        items: Sequence[str],
        found: Mapping[str, Sequence[Finding]] | None = None,
        round_: int = 1,
        not_checked: Mapping[str, Sequence[NotChecked]] | None = None,
    ) -> Submission:
        content = f"{unit} {round_} {items}".encode()
        digest = sha256(content).hexdigest()
        submission = Submission(digest, f"{unit}.xlsx", unit, "省目录", round_, "2017-07-20T01:00:00+00:00", len(items))
        matters = [matter(item, unit, round_, place) for place, item in enumerate(items)]
        store.add_submission(submission, content, matters, found or {}, not_checked or {}, [], [])
        return submission

    return add
