"""Files of every kind at intake: archives, what cannot be read, what a person has to say, catalogues with guides."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from workbench.records import Row
from workbench.review import Workspace
from workbench.review.examine import Examined, Sent
from workbench.review.reading_files import examine_files
from workbench.workbooks import MainItem, SubmissionSheet, write_submission
from workbench.workbooks.guide_writing import write_guides


def workbook(path: Path, title: str, caption: str, *names: str) -> Path:
    """A catalogue with these matters."""
    rows = [
        MainItem(
            Row(
                seq=str(seq), item_name=name, sub_item_name="", item_type="行政许可", legal_basis="",
                levels_and_departments="省级", remarks="",
            )
        )
        for seq, name in enumerate(names, start=1)
    ]  # fmt: skip
    write_submission(path, SubmissionSheet(title, caption, "省目录", rows))
    return path


@pytest.fixture
def anonymous(tmp_path: Path) -> Path:
    """A catalogue that says nowhere whose it is."""
    return workbook(tmp_path / "目录.xlsx", "省政务服务事项目录", "", "取水许可")


def test_each_file_of_an_archive_is_a_submission(office: Workspace, anonymous: Path, guide, tmp_path: Path):
    """Folders of a .zip tell the unit; a file in it that is none is named and stops nothing; again, nothing is new."""
    write_guides(tmp_path / "指南.xlsx", [guide("取水许可")])
    archive = tmp_path / "报送.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(anonymous, "省水利厅/目录.xlsx")
        packed.write(tmp_path / "指南.xlsx", "省水利厅/指南.xlsx")
        packed.writestr("省林业厅/坏.xlsx", b"PK\x03\x04 no workbook")
    lines = {line.file.rpartition("/")[2]: line for line in office.intake([archive])}
    assert {name: (line.status, line.unit, line.kind) for name, line in lines.items()} == {
        "省水利厅-目录.xlsx": ("新收", "省水利厅", "省目录"),
        "省水利厅-指南.xlsx": ("新收", "省水利厅", "办事指南"),
        "省林业厅-坏.xlsx": ("无法读取", "", ""),
    }
    assert {line.file.partition("/")[0] for line in lines.values()} == {"报送.zip"}
    assert "坏.xlsx" in lines["省林业厅-坏.xlsx"].problems[0].message
    assert list(office.matters()["file"]) == ["省水利厅-目录.xlsx"]
    again = {line.file.rpartition("/")[2]: line for line in office.intake([archive])}
    assert sorted(line.status for line in again.values()) == ["无法读取", "未变", "未变"]
    assert {name: line.findings for name, line in again.items()} == {
        name: line.findings for name, line in lines.items()
    }
    assert again["省水利厅-指南.xlsx"].findings > 0


def test_the_name_of_an_archive_may_tell_the_unit(office: Workspace, anonymous: Path, tmp_path: Path):
    """Where neither file nor folder says whose it is, the archive's name is asked."""
    archive = tmp_path / "省水利厅报送.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(anonymous, "目录.xlsx")
    (line,) = office.intake([archive])
    assert (line.status, line.unit) == ("新收", "省水利厅")


def test_a_unit_that_nothing_tells_is_asked_for(office: Workspace, anonymous: Path):
    """The file waits with a sentence, its cells accounted for; with the unit said, it is taken in."""
    (line,) = office.intake([anonymous])
    assert (line.status, line.unit, office.store.submissions()) == ("待分派", "", [])
    assert "--unit 单位简称" in line.problems[-1].message
    assert line.uses
    (line,) = office.intake([anonymous], unit="省水利厅")
    assert (line.status, line.unit) == ("新收", "省水利厅")


def test_a_catalogue_and_guides_in_one_workbook(office: Workspace, guide, tmp_path: Path):
    """One file is one submission with rows and guides, the latter tied to the former."""
    path = workbook(tmp_path / "省水利厅.xlsx", "省水利厅省政务服务事项目录", "填报单位：省水利厅", "取水许可")
    write_guides(tmp_path / "指南.xlsx", [guide("取水许可")])
    book, form = openpyxl.load_workbook(path), openpyxl.load_workbook(tmp_path / "指南.xlsx").active
    sheet = book.create_sheet("取水许可指南")
    for line in form.iter_rows():
        for cell in line:
            if cell.value is not None:
                sheet[cell.coordinate] = cell.value
    for merge in form.merged_cells.ranges:
        sheet.merge_cells(str(merge))
    book.save(path)
    (line,) = office.intake([path])
    assert (line.status, line.kind, line.rows, line.guides) == ("新收", "省目录", 1, 1)
    assert len(office.store.submissions()) == 1
    assert list(office.guides()["matter"]) == list(office.matters()["item"])
    assert list(office.progress(unit="省水利厅")["kind"]) == ["省目录", "办事指南"]


@pytest.mark.parametrize(
    ("name", "content"), [("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), ("空.xlsx", b"")]
)
def test_what_cannot_be_read_is_named_with_the_way_out(office: Workspace, tmp_path: Path, name: str, content: bytes):
    """The line names the file, the reason and what to do; nothing is stored."""
    (tmp_path / name).write_bytes(content)
    (line,) = office.intake([tmp_path / name])
    assert (line.status, line.file) == ("无法读取", name)
    assert name in line.problems[0].message
    assert "请" in line.problems[0].message
    assert office.store.submissions(current_only=False) == []


def test_a_folder_is_searched_for_every_kind_of_file(office: Workspace, anonymous: Path, tmp_path: Path):
    """Workbooks, documents, text tables and archives; lock files and what is no submission are passed over."""
    folder = tmp_path / "收件"
    folder.mkdir()
    for name in ("省水利厅.xlsx", "省林业厅.XLSX", "~$省水利厅.xlsx", ".省水利厅.xlsx", "说明.txt", "planted.csv"):
        (folder / name).write_bytes(anonymous.read_bytes() + name.encode())
    table = "序号,事项名称,事项类型,设定依据,层级和部门,备注\n1,取水许可,行政许可,《某法》,省级,\n"
    (folder / "省海洋渔业厅省目录.csv").write_text(table, encoding="gb18030")
    lines = {line.file: line.status for line in office.intake([folder])}
    assert set(lines) == {"省水利厅.xlsx", "省林业厅.XLSX", "省海洋渔业厅省目录.csv"}
    assert set(lines.values()) == {"新收"}


def test_a_fault_of_the_program_is_told_like_one_of_the_file(tmp_path: Path, anonymous: Path, caplog):
    """A reader that breaks on one file gives a sentence and a log entry; the other files are read."""

    def work(sent: Sent) -> Examined:
        if sent.name == "坏.xlsx":
            raise LookupError
        return Examined(sent.name, "")

    (tmp_path / "坏.xlsx").write_bytes(anonymous.read_bytes())
    ((bad,), (good,)) = (
        list(examine_files(work, [tmp_path / name], lambda *_: None)) for name in ("坏.xlsx", "目录.xlsx")
    )
    assert (bad.readable, good.readable) == (False, True)
    assert "坏.xlsx：读取时程序出错，没有收入。" in bad.problems[0].message
    assert "LookupError" in caplog.text
