"""Reference lists as workbooks of ``data/reference/``."""

from pathlib import Path

import openpyxl
import pytest

from workbench.checks import LISTS, ListEntry, asking_for, list_named
from workbench.review import references


def _fill(path: Path, rows: list[list[str]], version: str = "", date: str = "") -> None:
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page["B2"], page["D2"] = version, date
    for row in rows:
        page.append(row)
    book.save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all templates."""
    references.write_templates(tmp_path)
    return tmp_path


def test_templates_alone_load_nothing(folder: Path) -> None:
    """Every list has a template, and an empty template counts as not loaded."""
    loaded = references.load(folder)
    assert sorted(file.name for file in loaded.files) == sorted(each.name for each in LISTS)
    assert (loaded.lists, loaded.problems) == ({}, ())


def test_filled_list_is_loaded_with_version_and_date(folder: Path) -> None:
    """Entries keep what the row says; version and date come from the cells beside their labels."""
    _fill(folder / "中央指定清单.xlsx", [["取水许可", "", "水利", "《水法》第七条", ""]], "2016年版", "2016-12-31")
    loaded = references.load(folder)
    assert dict(loaded.lists) == {"中央指定清单": (ListEntry("取水许可", None, "水利", "《水法》第七条", None),)}
    [file] = [each for each in loaded.files if each.name == "中央指定清单"]
    assert (file.version, file.date, file.entries) == ("2016年版", "2016-12-31", 1)


def test_list_of_a_unit_takes_the_unit_from_the_file_name(folder: Path) -> None:
    """权责清单-省水利厅.xlsx belongs to 权责清单, and its rows to 省水利厅 where they do not say otherwise."""
    (folder / "权责清单.xlsx").rename(folder / "权责清单-省水利厅.xlsx")
    _fill(folder / "权责清单-省水利厅.xlsx", [["取水许可"], ["河道采砂许可", "行政许可", "省地矿局"]])
    assert references.load(folder).lists["权责清单"] == (
        ListEntry("取水许可", None, "省水利厅"),
        ListEntry("河道采砂许可", "行政许可", "省地矿局"),
    )


def test_change_of_a_file_is_seen(folder: Path) -> None:
    """A list that is filled after the first look is loaded at the next."""
    assert references.load(folder).lists == {}
    _fill(folder / "共享材料词典.xlsx", [["营业执照"]])
    assert references.load(folder).lists == {"共享材料词典": (ListEntry("营业执照"),)}


def test_strange_files_are_named_and_stop_nothing(folder: Path) -> None:
    """An unknown name, a damaged file and a row without a name are told; the rest is loaded."""
    _fill(folder / "中央指定清单.xlsx", [["取水许可"], ["", "行政许可"]])
    (folder / "废止法规清单.xlsx").write_bytes(b"PK\x03\x04broken")
    (folder / "名单.xlsx").write_bytes((folder / "权责清单.xlsx").read_bytes())
    loaded = references.load(folder)
    assert list(loaded.lists) == ["中央指定清单"]
    assert [problem.file for problem in loaded.problems] == ["中央指定清单.xlsx", "名单.xlsx", "废止法规清单.xlsx"]
    assert loaded.problems[0].cell == "A6"


def test_templates_do_not_overwrite(folder: Path) -> None:
    """Writing templates again leaves what is there alone."""
    _fill(folder / "中央指定清单.xlsx", [["取水许可"]])
    assert references.write_templates(folder) == []
    assert len(references.load(folder).lists["中央指定清单"]) == 1


def test_aliases_name_the_same_list() -> None:
    """Other printed names of a list, in any width, are the list; others are none."""
    assert [list_named(name).name for name in ("收费目录清单", "公共服务目录", "废止文件 ")] == [
        "辽宁省行政事业性收费和政府性基金目录清单", "公共服务事项目录", "废止法规清单",
    ]  # fmt: skip
    assert list_named("取消清单") is None


def test_lists_know_their_rules() -> None:
    """A list names the rules that need it and those that it sharpens."""
    assert "REMARK-ADJUST-PERMIT" in asking_for("权责清单")
    assert asking_for("没有的清单") == ()
