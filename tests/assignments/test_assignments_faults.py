"""What is said of a ``group_assignments.yml`` that cannot be used."""

from pathlib import Path

import pytest

from workbench import assignments

GROUP = """
groups:
  - number: 1
    name: 第一组
    contact: 彭程
    phone: 024-86908625
    departments:
      - {name: 省水利厅, full_name: 辽宁省水利厅, source: printed, confidence: high, aliases: [水利厅]}
    cities:
      - {name: 丹东市, full_name: 丹东市人民政府, source: general knowledge, confidence: high}
users:
  group1: {name: 第一组组员, role: reviewer, group: 1}
"""


def faults(text: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Key, value, message and choices of every fault of a text."""
    with pytest.raises(assignments.InvalidAssignments) as refused:
        assignments.parse(text)
    return [(fault.key, fault.value, fault.message, fault.choices) for fault in refused.value.faults]


def test_the_text_itself_is_right():
    """Without a change the text loads."""
    assert [unit.name for unit in assignments.parse(GROUP).units] == ["省水利厅", "丹东市"]


ROLES = ("reviewer", "lead", "legality", "leadership", "analyst", "admin")


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("contact: 彭程", "contact:", [("groups[0].contact", "", "应填写文字", ())]),
        ("    contact: 彭程\n", "", [("groups[0].contact", "", "应填写文字", ())]),
        ("number: 1", "number: 5", [("groups[0].number", "5", "不是允许的值", ("1", "2", "3", "4"))]),
        ("number: 1", "number: true", [("groups[0].number", "True", "不是允许的值", ("1", "2", "3", "4"))]),
        (
            "024-86908625",
            "138 0000-0000",
            [("groups[0].phone", "138…", "不得填写个人手机号码，请填写办公电话", ())],
        ),
        (
            "contact: 彭程",
            "contact: 彭程 13800000000",
            [("groups[0].contact", "彭程 …", "不得填写个人手机号码，请填写办公电话", ())],
        ),
        (
            "aliases: [水利厅]",
            "aliases: 水利厅",
            [("groups[0].departments[0].aliases", "水利厅", "应为文字列表", ())],
        ),
        ("source: printed", "source: web", [
            ("groups[0].departments[0].source", "web", "不是允许的值", ("printed", "general knowledge")),
        ]),
        ("aliases: [水利厅]", "aliases: [丹东市]", [
            ("第1组“丹东市”", "丹东市", "与第1组“省水利厅”的名称重复", ()),
        ]),
        ("role: reviewer", "role: boss", [("users.group1.role", "boss", "不是允许的值", ROLES)]),
        ("group: 1}", "group: 7}", [("users.group1.group", "7", "不是允许的值", ("1", "2", "3", "4"))]),
        ("role: reviewer", "role: admin", [("users.group1.group", "1", "角色 admin 面向全省，不填组号", ())]),
        ("full_name: 丹东市人民政府", "fullname: 丹东市人民政府", [
            ("groups[0].cities[0].fullname", "丹东市人民政府", "没有这个键",
             ("name", "full_name", "source", "confidence", "aliases", "printed_aliases")),
            ("groups[0].cities[0].full_name", "", "应填写文字", ()),
        ]),
        ("users:\n  group1:", "users:\n  - group1:", [
            ("users", "[{'group1': {'name': '第一组组员', 'role': 'reviewer', 'group': 1", "应为“用户: {name, role, group}”", ()),
        ]),
    ],
)  # fmt: skip
def test_a_fault_names_key_value_and_choices(right: str, wrong: str, expected: list):
    """Each slip is named where it is, with what was found and what is allowed."""
    assert right in GROUP
    assert faults(GROUP.replace(right, wrong)) == expected


def test_all_faults_are_named_at_once():
    """Three slips in one file give three lines, each with the file's name."""
    text = GROUP.replace("contact: 彭程", "contact:").replace("number: 1", "number: 9").replace("reviewer", "boss")
    with pytest.raises(assignments.InvalidAssignments) as refused:
        assignments.parse(text, "组.yml")
    assert str(refused.value).splitlines() == [
        "组.yml 的 groups[0].number：不是允许的值（现为“9”）。可用：1、2、3、4。",
        "组.yml 的 groups[0].contact：应填写文字（现为“”）。",
        f"组.yml 的 users.group1.role：不是允许的值（现为“boss”）。可用：{'、'.join(ROLES)}。",
    ]


def test_a_unit_in_two_groups_is_refused():
    """A unit may stand in one group only."""
    second = (
        GROUP.split("groups:")[1]
        .split("users:", maxsplit=1)[0]
        .replace("number: 1", "number: 2")
        .replace("丹东", "锦州")
    )
    text = GROUP.replace("users:", second.lstrip("\n") + "users:")
    assert faults(text) == [
        ("第2组“省水利厅”", "省水利厅", "与第1组“省水利厅”的名称重复", ()),
        ("第2组“省水利厅”", "辽宁省水利厅", "与第1组“省水利厅”的名称重复", ()),
        ("第2组“省水利厅”", "水利厅", "与第1组“省水利厅”的名称重复", ()),
    ]


def test_a_group_number_stands_once():
    """Two groups of one number are refused."""
    group = "  - {number: 1, name: 又一组, contact: 某人, phone: 024-1, departments: [], cities: []}\n"
    assert faults(GROUP.replace("users:", group + "users:")) == [("groups", "1", "组号重复", ())]


def test_a_slip_of_yaml_is_shown_with_its_line():
    """Broken YAML is named by line and column, with the line's text."""
    assert faults("groups:\n  - name: '第一组\nusers: {}\n")[0][0].startswith("第")
    assert faults("users: {}\ngroups: ]\n") == [
        ("第2行第9列", "groups: ]", "不是有效的 YAML，请检查缩进、冒号和引号", ())
    ]


def test_a_key_written_twice_is_refused():
    """YAML would keep the last of two users of one name without a word."""
    twice = GROUP + "  group1: {name: 又一人, role: reviewer, group: 1}\n"
    assert faults(twice) == [("第13行第3列", "group1", "同一个键写了两次，请删去一个", ())]


@pytest.mark.parametrize("text", ["", "- 1\n", "just words\n"])
def test_a_file_without_the_two_parts_is_refused(text: str):
    """What is no mapping has neither groups nor users."""
    assert faults(text) == [("文件", "", "应有 groups 和 users 两部分", ())]


def test_a_file_is_loaded_with_or_without_a_byte_order_mark(tmp_path: Path):
    """Editors on Windows write one."""
    path = tmp_path / "group_assignments.yml"
    path.write_text(GROUP, encoding="utf-8-sig")
    assert assignments.load(path) == assignments.parse(GROUP)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path):
    """A missing file and one in another encoding each get their sentence."""
    with pytest.raises(assignments.InvalidAssignments, match=r"group_assignments\.yml 的 文件：无法打开"):
        assignments.load(tmp_path / "group_assignments.yml")
    path = tmp_path / "gbk.yml"
    path.write_bytes(GROUP.encode("gb18030"))
    with pytest.raises(assignments.InvalidAssignments, match=r"gbk\.yml 的 文件：不是 UTF-8 编码，请另存为 UTF-8"):
        assignments.load(path)
