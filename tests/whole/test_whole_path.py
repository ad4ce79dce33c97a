"""The main job from the command line: submissions in, verdict recorded, returns workbook out."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from workbench import assignments


def run(*words: str, workspace: Path, text: str | None = None, status: int = 0) -> str:
    """What ``workbench WORDS`` prints, after it ended with ``status``."""
    environment = {**os.environ, "WORKBENCH_WORKSPACE": str(workspace), "PYTHONWARNINGS": "default"}
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *words], input=text, capture_output=True, text=True, env=environment,
        check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stderr + done.stdout
    return done.stdout or done.stderr


def lines(output: str) -> list[dict]:
    """The JSON objects of an output."""
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace made and read by the commands alone."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    run("sample", str(folder / "data" / "submissions"), "--matters", "400", workspace=folder)
    taken = lines(run("intake", "--format", "jsonl", workspace=folder))
    assert sum(line["kind"] != "办事指南" for line in taken) == 58
    assert {line["status"] for line in taken} == {"新收"}
    assert sum(line["rows"] for line in taken) == 400
    return folder


def test_a_second_intake_changes_nothing(folder: Path):
    """The same bytes are known and not stored twice."""
    again = lines(run("intake", "--format", "jsonl", workspace=folder))
    assert {line["status"] for line in again} == {"未变"}
    assert sum(line["rows"] for line in again) == 400


def test_a_broken_file_is_named_and_stops_nothing(folder: Path, tmp_path: Path):
    """A file that is no workbook gets a Chinese sentence and status 2; the good one beside it is read."""
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    good = next((folder / "data" / "submissions").rglob("*.xlsx"))
    (tmp_path / good.name).write_bytes(good.read_bytes())
    taken = lines(run("intake", str(tmp_path), "--format", "jsonl", workspace=folder, status=2))
    assert sorted(line["status"] for line in taken) == ["无法读取", "未变"]
    broken = next(line for line in taken if line["status"] == "无法读取")
    assert "坏.xlsx" in broken["problems"][0]


def test_every_planted_fault_that_text_proves_is_found(folder: Path):
    """Each planted fault's rule is among the findings of its row."""
    import workbench  # noqa: PLC0415 - the facade as an analyst would use it

    wb = workbench.open(str(folder))
    matters, findings = wb.matters(), wb.findings()
    found = set(zip(findings["item"], findings["rule"], strict=True))
    by_place = dict(zip(zip(matters["file"], matters["cell"], strict=True), matters["item"], strict=True))
    with (folder / "data" / "submissions" / "planted.csv").open(encoding="utf-8-sig", newline="") as stream:
        planted = [row for row in csv.DictReader(stream) if not row["rule"].startswith("FORM-")]
    in_rows = [row for row in planted if (row["file"], row["cell"]) in by_place]
    assert [row for row in in_rows if (by_place[row["file"], row["cell"]], row["rule"]) not in found] == []
    in_guides = [row for row in planted if row not in in_rows]
    guides = wb.guides().to_dict("records")
    assert in_guides
    assert [row for row in in_guides if not any((item, row["rule"]) in found for item in planted_in(row, guides))] == []


def planted_in(row: dict[str, str], guides: list[dict]) -> list[str]:
    """The guides that a line of planted.csv may mean: on its sheet, of its name unless that is the fault."""
    own = [guide for guide in guides if (guide["file"], guide["sheet"]) == (row["file"], row["sheet"])]
    name = row["sub_item_name"] or row["item_name"]
    named = [guide for guide in own if name in guide["service_item_name"]]
    return [guide["item"] for guide in (own if row["rule"] == "GUIDE-NAME" else named)]


def test_a_verdict_stands_in_the_returns_workbook(folder: Path):
    """A verdict recorded with its opinion is in the unit's returns workbook and in the progress figures."""
    queue = [line for line in json_queue(folder) if line["kind"] != "办事指南"]
    item, unit = queue[0]["item"], queue[0]["unit"]
    told = lines(
        run(
            "verdict",
            item,
            "退回修改",
            "--opinion",
            "请补充=条文",
            "--as",
            "group2",
            "--format",
            "jsonl",
            workspace=folder,
        )
    )
    assert (told[0]["verdict"], told[0]["revision"]) == ("return_for_revision", 0)
    told_paths = map(Path, run("returns", "--unit", unit, workspace=folder).split())
    path = next(path for path in told_paths if "办事指南" not in path.name)
    assert path.parent == folder / "data" / "returns" / "第二组"
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "请补充=条文" and cell.data_type == "s" for cell in cells)
    progress = lines(run("progress", "--group", "2", "--format", "jsonl", workspace=folder))
    assert sum(line["decided"] for line in progress) == 1


def json_queue(folder: Path) -> list[dict]:
    """Group 2's items."""
    import workbench  # noqa: PLC0415 - see above

    return workbench.open(str(folder)).queue("group2").to_dict("records")


def test_another_group_may_not_decide(folder: Path):
    """A reviewer of group 3 is refused with a sentence, and nothing is stored."""
    item = json_queue(folder)[-1]["item"]
    run("verdict", item, "cancel", "--opinion", "取消", "--as", "group3", workspace=folder, status=2)
    assert json_queue(folder)[-1]["verdict"] is None


def test_checking_a_workbook_says_where(folder: Path):
    """Findings of a workbook name file, sheet and cell; 违规 gives status 1."""
    path = sorted((folder / "data" / "submissions").glob("*.xlsx"))
    output = run("check", *map(str, path), "--format", "jsonl", workspace=folder, status=1)
    findings = [line for line in lines(output) if "severity" in line]
    assert {
        "id",
        "rule",
        "clause",
        "severity",
        "certainty",
        "message",
        "where",
        "excerpt",
        "span",
        "suggested_verdict",
    } == set(findings[0])
    assert set(findings[0]["where"]) == {"file", "sheet", "cell"}


def test_a_basis_cell_is_cited(tmp_path: Path):
    """``cite`` gives title, rank and article of the handbook's form."""
    cell = (
        "【法律】《中华人民共和国水法》（2002年8月29日主席令第七十四号）\n　　第七条 国家对水资源依法实行取水许可制度。"
    )
    line = json.dumps({"id": "1", "text": cell}, ensure_ascii=False)
    (answer,) = lines(run("cite", "-", workspace=tmp_path, text=line))
    (citation,) = answer["citations"]
    assert (citation["title"], citation["rank"], citation["rank_from"]) == ("中华人民共和国水法", "法律", "label")
    assert citation["articles"] == [{"条": 7, "款": None, "项": None}]


def test_two_names_are_compared(tmp_path: Path):
    """``compare`` tells a reworded name from another action."""
    pairs = [
        {"id": "1", "name_a": "农药经营许可证核发", "org_a": "省农委", "name_b": "农药经营许可", "org_b": "省工商局"},
        {"id": "2", "name_a": "农药经营许可", "org_a": "省农委", "name_b": "兽药经营许可", "org_b": "省畜牧局"},
    ]
    text = "\n".join(json.dumps(pair, ensure_ascii=False) for pair in pairs)
    answers = lines(run("compare", "-", workspace=tmp_path, text=text))
    assert [answer["relation"] for answer in answers] == ["same", "different"]
    assert set(answers[0]) == {"id", "relation", "score", "level", "reasons"}


def test_pairs_are_joined(tmp_path: Path):
    """``pairs`` writes every pair at or above the threshold, with ids."""
    names = tmp_path / "names.csv"
    names.write_text("id,name\nx,取水许可证核发\ny,取水许可证核法\nz,护士执业注册\n", encoding="utf-8")
    run("pairs", str(names), "--threshold", "80", "--raw", "--output", str(tmp_path / "out.csv"), workspace=tmp_path)
    with (tmp_path / "out.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["a"], row["b"], round(float(row["score"]), 2)) for row in rows] == [("x", "y", 85.71)]


def test_a_line_that_is_no_json_is_named(tmp_path: Path):
    """A bad line gives status 2; the good ones are answered."""
    output = run("cite", "-", workspace=tmp_path, text='{"id": 1, "text": "无"}\n{oops\n', status=2)
    assert lines(output) == [{"id": 1, "citations": []}]


def test_the_rule_book_is_told(tmp_path: Path):
    """``rules`` lists every rule with its clause; ``rules CODE`` shows the quote."""
    listed = lines(run("rules", "--format", "jsonl", workspace=tmp_path))
    assert len(listed) == len({line["rule"] for line in listed}) > 50
    page = run("rules", "NAME-LEVY", workspace=tmp_path)
    assert "附件1 4.2.1" in page
    assert "名称一般采用" in page


def test_the_doctor_finds_a_sound_machine(folder: Path):
    """``doctor --verify`` reports on the workspace and the chain of events."""
    symptoms = {line["check"]: line for line in lines(run("doctor", "--verify", "--format", "jsonl", workspace=folder))}
    assert symptoms["分组名单"]["message"] == "4 个组，58 个单位"
    assert symptoms["哈希链"]["ok"] is True


def test_no_workspace_is_said_plainly(tmp_path: Path):
    """Outside a workspace a command says what to do, with status 2."""
    assert "不是工作区：缺少 group_assignments.yml" in run("progress", workspace=tmp_path, status=2)


def test_every_cell_that_was_read_is_told(folder: Path):
    """Intake counts the cells of each file by use; ``--report`` lists where each of them went, and why not."""
    again = lines(run("intake", "--report", "--format", "jsonl", workspace=folder))
    for line in again:
        assert line["cells"]["field"] > 0
        assert sum(line["cells"].values()) == sum(use["count"] for use in line["read"])
        assert all(use["reason"] for use in line["read"] if use["use"] == "ignored")
    table = run("intake", "--report", workspace=folder)
    assert "读取明细" in table
    assert "读作" in table


def test_a_guide_s_fault_is_placed_in_its_form(folder: Path):
    """``check`` names the cell of the element at fault."""
    paths = {path.name: path for path in (folder / "data" / "submissions").rglob("*指南*.xlsx")}
    found = lines(run("check", *map(str, paths.values()), "--format", "jsonl", workspace=folder, status=1))
    placed = [line["where"] for line in found if line.get("rule", "").startswith(("GUIDE-", "MAT-", "TIME-"))]
    assert placed
    books = {name: openpyxl.load_workbook(path) for name, path in paths.items()}
    assert all(where["cell"] for where in placed)
    assert all(books[where["file"]][where["sheet"]][where["cell"]].row > 1 for where in placed)


def test_an_item_is_linked_by_hand(folder: Path):
    """``relink`` says that a row is new, under a new id; without a target or with two it says what to write."""
    item, other = [line["item"] for line in json_queue(folder) if line["kind"] != "办事指南"][:2]
    words = ("relink", item, "--as", "group2", "--reason", "与上一轮不是同一事项")
    assert "二者只写一个" in run(*words, workspace=folder, status=2)
    assert "不属于" in run("relink", item, "--none", "--as", "group3", "--reason", "x", workspace=folder, status=2)
    run("verdict", item, "退回修改", "--opinion", "请补充。", "--as", "group2", workspace=folder)
    assert "请先撤销结论" in run(*words, "--none", workspace=folder, status=2)
    told = run(
        "relink", other, "--none", "--as", "group2", "--reason", "是新事项", "--format", "jsonl", workspace=folder
    )
    (done,) = lines(told)
    assert (done["item"], done["target"], done["by"]) == (other, None, "group2")
    items = [line["item"] for line in json_queue(folder)]
    assert (done["given"] in items, other in items) == (True, False)
