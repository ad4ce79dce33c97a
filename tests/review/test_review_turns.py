"""Files of several rounds that come together are taken in by what they say of round and date."""

from pathlib import Path

import pytest

from workbench.records import Row
from workbench.review import IntakeLine, Workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission
from workbench.workbooks.guide_writing import write_guides


def write(folder: Path, file: str, name: str, caption: str = "填报单位：省水利厅") -> Path:
    """A catalogue of the department with one matter."""
    row = Row(seq="1", item_name=name, sub_item_name="", item_type="行政许可", legal_basis="《水法》第七条",
              levels_and_departments="省级：省水利厅", remarks="")  # fmt: skip
    sheet = SubmissionSheet("省水利厅省政务服务事项目录", caption, "省目录", [MainItem(row)])
    path = folder / file
    write_submission(path, sheet)
    return path


def faults(line: IntakeLine) -> list[str]:
    """What a person has to look at."""
    return [problem.message for problem in line.problems if not problem.note]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("省水利厅省目录（第二次报送）.xlsx", "省水利厅省目录（第三次报送）.xlsx"),
        ("省水利厅省目录.xlsx", "修改稿-省水利厅省目录.xlsx"),
        ("省水利厅省目录（第一次报送）.xlsx", "省水利厅省目录（第一次修改）.xlsx"),
        ("省水利厅省目录2017年6月1日.xlsx", "省水利厅省目录-20170816.xlsx"),
        ("重报-省水利厅省目录.xlsx", "定稿-省水利厅省目录.xlsx"),
    ],
)
def test_the_later_file_is_the_later_round(office: Workspace, tmp_path: Path, first: str, second: str):
    """However the files are sorted; the lines keep the order in which the files were named."""
    later, earlier = write(tmp_path, second, "河道采砂许可"), write(tmp_path, first, "取水许可")
    lines = office.intake([later, earlier])
    assert [(line.file, line.round) for line in lines] == [(second, 2), (first, 1)]
    assert list(office.matters()["item_name"]) == ["河道采砂许可"]


def test_files_that_tell_no_order_are_asked_about(office: Workspace, tmp_path: Path):
    """Both are taken in as rounds, and both say so: nothing is guessed silently."""
    lines = office.intake([write(tmp_path, "甲.xlsx", "取水许可"), write(tmp_path, "乙.xlsx", "河道采砂许可")])
    assert [line.round for line in lines] == [1, 2]
    told = "“甲.xlsx”、“乙.xlsx”是同一单位的同一种目录，都没有写明轮次和日期"
    assert [[told in fault for fault in faults(line)] for line in lines] == [[True], [True]]


def test_one_file_twice_is_no_question(office: Workspace, tmp_path: Path):
    """The same content under two names is one submission."""
    first = write(tmp_path, "甲.xlsx", "取水许可")
    copy = tmp_path / "乙.xlsx"
    copy.write_bytes(first.read_bytes())
    lines = office.intake([first, copy])
    assert [(line.status, faults(line)) for line in lines] == [("新收", []), ("未变", [])]


def test_first_guides_that_come_in_files_of_their_own_are_not_new(office: Workspace, guide, tmp_path: Path):
    """Whether sent in one file or in many, a first round has nothing to be compared with; what comes later has."""
    files = [tmp_path / f"{name}.xlsx" for name in ("取水许可", "河道采砂许可", "护士执业注册")]
    for file in files:
        write_guides(file, [guide(file.stem)], unit="省水利厅")
    assert [line.changes for line in office.intake(files[:2])] == [(), ()]
    (line,) = office.intake(files[2:])
    assert [str(change.state) for change in line.changes] == ["new"]


def test_a_code_that_is_left_to_be_filled_in_makes_no_two_guides_one(office: Workspace, guide, tmp_path: Path):
    """The form prints （暂不填写） for all codes; a new guide takes no other's place and verdicts for it."""
    first, second = tmp_path / "甲.xlsx", tmp_path / "乙.xlsx"
    write_guides(first, [guide("取水许可", 基本编码="(暂不填写)")], unit="省水利厅")
    write_guides(second, [guide("取水许可证核发", 基本编码="(暂不填写)")], unit="省水利厅")
    office.intake([first])
    office.intake([second])
    assert sorted(office.guides()["service_item_name"]) == ["取水许可", "取水许可证核发"]


def test_a_round_that_the_store_does_not_expect_is_asked_about(office: Workspace, tmp_path: Path):
    """A second round without a first may mean that a file was left out."""
    (line,) = office.intake([write(tmp_path, "省水利厅省目录（第二轮）.xlsx", "取水许可")])
    assert line.round == 1
    assert faults(line) == [
        "省水利厅省目录（第二轮）.xlsx：文件写明是第 2 轮，但收到的该目录至今为 0 轮，已按第 1 轮收入。请核对是否漏收或误报。"
    ]
