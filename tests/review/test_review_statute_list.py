"""The list of statutes in ``data/reference/``: read, told when wrong, and known to intake, ``cite`` and ``check``."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from workbench import citations
from workbench.checks import STATUTE_LIST
from workbench.citations import Statute
from workbench.cli.main import main
from workbench.records import Rank, Row, RuleKind
from workbench.review import Workspace, open_workspace, references
from workbench.review.knowing import knowing
from workbench.workbooks import MainItem, SubmissionSheet, write_submission

LABELLED = "【地方性法规】《辽宁省温泉旅游管理办法》\n　　第三条 经营温泉旅游应当经省水利厅许可。"
SPRINGS = ["《辽宁省温泉旅游管理办法》", "地方政府规章", "辽宁省人民政府", "2016年修正", "温泉办法；温泉旅游办法"]


@pytest.fixture(autouse=True)
def packaged() -> Iterator[None]:
    """The package's statutes alone after each test."""
    yield
    citations.use_statutes(())


def _write(folder: Path, *rows: list[str], version: str = "", date: str = "") -> None:
    references.write_templates(folder)
    path = folder / f"{STATUTE_LIST}.xlsx"
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page["B2"], page["D2"] = version, date
    for row in rows:
        page.append(row)
    book.save(path)


def test_template_has_the_columns_of_a_statute(tmp_path: Path) -> None:
    """Its header names what a statute has, and the line above says what must be filled in."""
    _write(tmp_path)
    page = openpyxl.load_workbook(tmp_path / f"{STATUTE_LIST}.xlsx").worksheets[0]
    assert [cell.value for cell in page[4]] == ["名称", "位阶", "制定机关", "最近修订", "简称"]
    assert page["A3"].value.endswith("每行一条，只有名称、位阶必填；有内容才算已导入。")


def test_rows_become_statutes_with_version_and_date(tmp_path: Path) -> None:
    """Marks around the title, words around the year and several short names are understood."""
    _write(
        tmp_path, SPRINGS, ["某某条例", "地方性法规", "沈阳市人大常委会", "", ""], version="第2版", date="2017-03-01"
    )
    loaded = references.load(tmp_path)
    assert loaded.statutes == (
        Statute("辽宁省温泉旅游管理办法", Rank.RULE, "辽宁省人民政府", "2016", ("温泉办法", "温泉旅游办法"), RuleKind.LOCAL),
        Statute("某某条例", Rank.LOCAL_REGULATION, "沈阳市人大常委会"),
    )  # fmt: skip
    [file] = [each for each in loaded.files if each.name == STATUTE_LIST]
    assert (file.version, file.date, file.entries, loaded.problems) == ("第2版", "2017-03-01", 2, ())
    assert loaded.has(STATUTE_LIST)
    assert STATUTE_LIST not in loaded.lists


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        (["", "法律"], "A5", "没有名称"),
        (["管理办法"], "B5", "没有填写位阶"),
        (["办法", "法律"], "A5", "“办法”不是一件法规文件的名称，请填写全称"),
        (["某某办法", "规章"], "B5", "不认识位阶“规章”，请填写其中之一：法律、行政法规、地方性法规、规范性文件、"),
        (["某某办法", "法律", "", "去年"], "D5", "“去年”不是年份，请填写最近一次修订的年份，如 2017"),
        (["某某办法", "法律", "", "", "某办法；本办法"], "E5", "简称“本办法”会使其他法规文件也被认作这一件"),
    ],
)
def test_a_bad_row_is_named_by_file_sheet_and_cell_and_left_out(
    tmp_path: Path, row: list[str], cell: str, said: str
) -> None:
    """The message tells what is wrong; the next row is read."""
    _write(tmp_path, row, SPRINGS)
    loaded = references.load(tmp_path)
    assert [statute.title for statute in loaded.statutes] == ["辽宁省温泉旅游管理办法"]
    (problem,) = loaded.problems
    assert (problem.file, problem.sheet, problem.cell) == ("法规索引.xlsx", "清单", cell)
    assert problem.message.startswith(f"法规索引.xlsx 工作表“清单”{cell}")
    assert said in problem.message


def test_a_title_that_stands_twice_is_told(tmp_path: Path) -> None:
    """The first counts."""
    _write(tmp_path, SPRINGS, ["辽宁省温泉旅游管理办法", "法律"])
    loaded = references.load(tmp_path)
    assert [statute.rank for statute in loaded.statutes] == [Rank.RULE]
    assert [problem.cell for problem in loaded.problems] == ["A6"]


def _submit(folder: Path) -> None:
    row = Row(seq="1", item_name="温泉旅游经营许可", sub_item_name="", item_type="行政许可", legal_basis=LABELLED,
              levels_and_departments="省级：省水利厅", remarks="")  # fmt: skip
    for unit in ("省水利厅", "省旅游委"):
        sheet = SubmissionSheet(f"{unit}省政务服务事项目录", f"填报单位：{unit}", "省目录", [MainItem(row)], notes=())
        write_submission(folder / f"{unit}-省目录.xlsx", sheet)


def _mislabelled(workspace: Workspace) -> list[str]:
    found = workspace.findings()
    return sorted(found.loc[found["rule"] == "BASIS-LABEL-MATCH", "severity"])


def test_intake_reads_and_checks_again_with_the_list(office: Workspace, tmp_path: Path) -> None:
    """Two files are read by processes of their own; the list takes effect on what is in, and on what comes with it."""
    sent = tmp_path / "sent"
    sent.mkdir()
    _submit(sent)
    office.intake([sent])
    assert _mislabelled(office) == []
    _write(office.reference_folder, SPRINGS)
    before = office.context.fingerprint
    office.intake([])
    assert _mislabelled(office) == ["违规", "违规"]
    (office.reference_folder / f"{STATUTE_LIST}.xlsx").unlink()
    assert office.context.fingerprint != before
    office.intake([])
    assert _mislabelled(office) == []


def test_new_files_are_read_with_the_list(office: Workspace, tmp_path: Path) -> None:
    """The processes that read them know its statutes."""
    _write(office.reference_folder, SPRINGS)
    sent = tmp_path / "sent"
    sent.mkdir()
    _submit(sent)
    office.intake([sent])
    assert _mislabelled(office) == ["违规", "违规"]


def _known(name: str) -> Rank | None:
    statute = citations.known_statute(name)
    return statute.rank if statute else None


def test_other_processes_know_the_statutes_however_they_are_started() -> None:
    """They are handed over with the work, not only inherited."""
    citations.use_statutes((Statute("某某办法", Rank.LAW),))
    work = knowing(_known)
    citations.use_statutes(())
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(work, "某某办法").result() is Rank.LAW


@pytest.fixture
def place(office: Workspace) -> Path:
    """A workspace whose list has one good row and one bad one."""
    _write(office.reference_folder, SPRINGS, ["某某办法", "规章"])
    return office.path


def test_cite_uses_the_workspace_s_list(place: Path, tmp_path: Path) -> None:
    """With --workspace the short name is known, without it is not; the bad row is told."""
    line = json.dumps({"id": 1, "text": "《温泉办法》第三条"})
    (tmp_path / "nowhere").mkdir()
    ranks = []
    for folder in (place, tmp_path / "nowhere"):
        result = CliRunner().invoke(main, ["cite", "-", "--workspace", str(folder)], input=line)
        ranks.append(json.loads(result.stdout)["citations"][0]["rank"])
        assert ("工作表“清单”B6" in result.stderr) is (folder == place)
    assert ranks == ["规章", None]


def test_check_uses_the_workspace_s_list(place: Path, tmp_path: Path) -> None:
    """On cases and on files."""
    case = json.dumps({"id": "1", "catalogue": "省目录", "row": {"事项类型": "行政许可", "设定依据": LABELLED},
                       "rules": ["BASIS-LABEL-MATCH"]})  # fmt: skip
    run: Callable[..., object] = CliRunner().invoke
    told = run(main, ["check", "-", "--workspace", str(place)], input=case)
    assert [json.loads(line)["rule"] for line in told.stdout.splitlines()] == ["BASIS-LABEL-MATCH"]
    _submit(tmp_path)
    told = run(main, ["check", str(tmp_path / "省水利厅-省目录.xlsx"), "--format", "jsonl", "--workspace", str(place)])
    assert "工作表“清单”B6" in told.stderr
    rules = [json.loads(line)["rule"] for line in told.stdout.splitlines()]
    assert rules.count("BASIS-LABEL-MATCH") == 1


def test_intake_tells_what_is_wrong_with_the_list(place: Path) -> None:
    """Beside the table of files, whether there are any or not."""
    (place / "data" / "submissions").mkdir()
    told = CliRunner().invoke(main, ["intake", "--workspace", str(place)])
    assert "法规索引.xlsx 工作表“清单”B6：不认识位阶“规章”" in told.stderr


def test_opening_another_workspace_forgets_the_list(place: Path, tmp_path: Path) -> None:
    """One workspace's statutes are not another's."""
    open_workspace(place)
    assert [each.title for each in citations.added_statutes()] == ["辽宁省温泉旅游管理办法"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "group_assignments.yml").write_bytes((place / "group_assignments.yml").read_bytes())
    open_workspace(other)
    assert citations.added_statutes() == ()
