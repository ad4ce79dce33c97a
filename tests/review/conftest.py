"""A workspace without submissions, and ways to send catalogues and guides to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workbench import assignments
from workbench.records import ELEMENTS, Guide, Material, Row
from workbench.review import IntakeLine, Workspace, open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission
from workbench.workbooks.guide_writing import write_guides

UNIT = "省水利厅"

Send = Callable[..., IntakeLine]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace to which nobody has sent anything."""
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    opened = open_workspace(folder)
    yield opened
    opened.store.close()


@pytest.fixture
def row() -> Callable[..., Row]:
    """Makes a permit of the department."""

    def make(name: str, seq: int = 1, basis: str = "", sub: str = "", remarks: str = "") -> Row:
        return Row(
            seq=str(seq), item_name=name, sub_item_name=sub, item_type="行政许可",
            legal_basis=basis or f"《{name}办法》", levels_and_departments="省级：省水利厅", remarks=remarks,
        )  # fmt: skip

    return make


@pytest.fixture
def catalogue(office: Workspace, tmp_path: Path) -> Send:
    """Sends a catalogue with these rows; equal rows are another file all the same."""
    sent = iter(range(1, 100))

    def send(*rows: Row, unit: str = UNIT) -> IntakeLine:
        path = tmp_path / f"{unit}-第{next(sent)}稿.xlsx"
        sheet = SubmissionSheet(
            f"{unit}省政务服务事项目录",
            f"填报单位：{unit}",
            "省目录",
            [MainItem(each) for each in rows],
            notes=[path.stem],
        )
        write_submission(path, sheet)
        (line,) = office.intake([path])
        return line

    return send


@pytest.fixture
def guide() -> Callable[..., Guide]:
    """Makes a guide with these elements and one material; the other elements are blank."""

    def make(name: str, **elements: str) -> Guide:
        values = {element.name: "" for element in ELEMENTS} | {"实施机构": UNIT, "事项名称": name} | elements
        material = Material({"序号": "1", "材料名称": "申请书", "设定依据": "《取水许可管理办法》"})
        return Guide(values, materials=(material,))

    return make


@pytest.fixture
def guides(office: Workspace, tmp_path: Path) -> Send:
    """Sends a workbook of these guides, a sheet each."""

    def send(*sent: Guide, file: str = "办事指南.xlsx", unit: str = UNIT) -> IntakeLine:
        path = tmp_path / file
        write_guides(path, sent, unit=unit)
        (line,) = office.intake([path])
        return line

    return send
