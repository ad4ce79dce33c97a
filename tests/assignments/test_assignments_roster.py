"""The roster that comes with the project, and how units are found in it."""

from collections import Counter

import pytest

from workbench import assignments
from workbench.assignments import Assignments
from workbench.records import Role, UnitKind

CITIES = [
    "沈阳市",
    "大连市",
    "鞍山市",
    "抚顺市",
    "本溪市",
    "丹东市",
    "锦州市",
    "营口市",
    "阜新市",
    "辽阳市",
    "盘锦市",
    "铁岭市",
    "朝阳市",
    "葫芦岛市",
]


@pytest.fixture(scope="module")
def roster() -> Assignments:
    """The roster that comes with the project."""
    return assignments.parse(assignments.default_text())


def test_there_are_44_departments_and_14_cities_in_four_groups(roster: Assignments):
    """The handbook's last page: 13, 10, 11 and 10 departments, 2, 4, 4 and 4 cities."""
    sizes = Counter((unit.group, str(unit.kind)) for unit in roster.units)
    assert [sizes[group, "department"] for group in (1, 2, 3, 4)] == [13, 10, 11, 10]
    assert [sizes[group, "city"] for group in (1, 2, 3, 4)] == [2, 4, 4, 4]
    assert sorted(unit.name for unit in roster.units if unit.kind is UnitKind.CITY) == sorted(CITIES)


def test_each_group_has_a_contact_and_an_office_line(roster: Assignments):
    """Contacts and office lines are those that the handbook prints; no mobile number is kept."""
    assert [(group.number, group.name, group.contact, group.phone) for group in roster.groups] == [
        (1, "第一组", "彭程", "024-86908625"),
        (2, "第二组", "郭岩", "024-86893368"),
        (3, "第三组", "潘良乙", "024-86908025"),
        (4, "第四组", "刘辉", "024-86893368"),
    ]


def test_the_users_of_the_workspace(roster: Assignments):
    """Members and leads belong to a group, all others see the whole province."""
    users = {reviewer.user: (reviewer.role, reviewer.group) for reviewer in roster.reviewers}
    expected = {f"group{number}": (Role.REVIEWER, number) for number in (1, 2, 3, 4)}
    expected |= {f"lead{number}": (Role.LEAD, number) for number in (1, 2, 3, 4)}
    expected |= {role: (Role(role), None) for role in ("legality", "leadership", "analyst", "admin")}
    assert users == expected


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("省农委", "省农委"),
        ("辽宁省农委", "省农委"),
        ("辽宁省 农村经济委员会", "省农委"),
        ("省工信委", "省工业和信息化委"),
        ("辽宁省民族事务委员会", "省民委"),
        ("辽宁省民族事务委员会(辽宁省宗教事务局)", "省民委"),
        ("公安厅", "省公安厅"),
        ("沈阳", "沈阳市"),
        ("沈阳市", "沈阳市"),
        ("辽宁省沈阳市", "沈阳市"),
        ("沈阳市人民政府", "沈阳市"),
        ("沈阳市编委办", "沈阳市"),
    ],
)
def test_a_unit_is_found_by_any_of_its_names(roster: Assignments, printed: str, unit: str):
    """Short names, full names and aliases count, in any width and with blanks."""
    found = roster.unit(printed)
    assert found is not None
    assert found.name == unit


@pytest.mark.parametrize("printed", ["", "省国资委", "农委", "法制办", "辽宁省"])
def test_a_name_of_no_unit_finds_none(roster: Assignments, printed: str):
    """Bodies in no group, and names that several bodies could bear, are left to a person."""
    assert roster.unit(printed) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("省农委-省政务服务事项目录.xlsx", "省农委"),
        ("填报单位：辽宁省住房和城乡建设厅　填报日期：2017年6月20日", "省住房城乡建设厅"),
        ("大连市设政务服务事项目录（报审稿）", "大连市"),
        ("辽宁省政务服务事项目录", None),
        ("省教育厅、省公安厅联合报送", None),
    ],
)
def test_a_title_or_file_name_names_its_unit(roster: Assignments, text: str, unit: str | None):
    """The longest name in the text decides; where that is not one unit's, none is named."""
    found = roster.unit_in(text)
    assert (found.name if found else None) == unit


def test_full_names_lead_from_every_name_to_the_standard_one(roster: Assignments):
    """Short names and aliases map to the standard full name."""
    names = roster.full_names()
    assert names["省农委"] == names["省农业厅"] == "辽宁省农村经济委员会"
    assert names["大连"] == "大连市人民政府"


def test_a_group_lists_its_units(roster: Assignments):
    """Departments first, in the roster's order; unknown groups are empty."""
    assert [unit.name for unit in roster.units_of(2)][-4:] == ["沈阳市", "抚顺市", "辽阳市", "葫芦岛市"]
    assert roster.units_of(5) == ()
    assert roster.group(3) == roster.groups[2]
    assert roster.group(5) is None
    assert roster.reviewer("nobody") is None


def test_a_unit_assigned_by_hand_is_found_afterwards():
    """The text keeps its comments and has the unit at the end of its group's list."""
    text = assignments.with_unit(assignments.default_text(), "省国资委", 2)
    unit = assignments.parse(text).unit("省国资委")
    assert unit is not None
    assert (unit.group, unit.kind) == (2, UnitKind.DEPARTMENT)
    assert text.splitlines()[0] == assignments.default_text().splitlines()[0]


def test_a_unit_cannot_be_assigned_twice():
    """A second assignment is refused like any repeated name."""
    with pytest.raises(assignments.InvalidAssignments) as refused:
        assignments.with_unit(assignments.default_text(), "省农委", 2)
    assert [fault.message for fault in refused.value.faults] == ["与第2组“省农委”的名称重复"]
