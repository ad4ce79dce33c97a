"""A real database, and ways to fill it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from workbench import assignments
from workbench.records import Certainty, Finding, Matter, NotChecked, Place, Row, Severity, Submission
from workbench.store import Store

Submit = Callable[..., Submission]


@pytest.fixture(scope="session")
def roster(tmp_path_factory: pytest.TempPathFactory) -> assignments.Assignments:
    """The repository's own roster."""
    file = tmp_path_factory.mktemp("roster") / "group_assignments.yml"
    file.write_text(assignments.default_text(), encoding="utf-8")
    return assignments.load(file)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database that is not there yet."""
    return f"sqlite:///{tmp_path / 'workbench.sqlite'}"


@pytest.fixture
def store(url: str, roster: assignments.Assignments) -> Iterator[Store]:
    """An empty store."""
    opened = Store.open(url, roster)
    yield opened
    opened.close()


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
