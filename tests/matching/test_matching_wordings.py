"""Objects that statutes and lists word in several ways, and rows that one department lists beside each other."""

import pytest

from workbench.matching import Named, compare, suspects
from workbench.matching.lexicon import lexicon, table
from workbench.matching.parts import take_apart
from workbench.records import Relation


def relation(a: Named, b: Named) -> tuple[str, str]:
    """The relation and the level that decided."""
    found = compare(a, b)
    return str(found.relation), found.level


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("设立动物诊疗机构许可", "动物诊疗许可证核发", "same"),
        ("设立动物诊疗机构许可（变更）", "动物诊疗许可证变更", "same"),
        ("履带车、铁轮车或者超重、超高、超长车辆在城市道路上行驶审批", "特殊车辆在城市道路上行驶审批", "same"),
        ("在城市道路上建设依附于城市道路的管线、杆线等设施审批", "依附于城市道路建设管线许可", "same"),
        ("升放无人驾驶自由气球单位资质认定", "升放无人驾驶自由气球活动审批", "different"),
        ("母婴保健技术服务机构许可", "母婴保健技术人员资格认定", "different"),
        ("城乡医疗救助", "医疗机构许可", "different"),
        ("占用农业灌溉水源审批", "占用农业灌溉水源、灌排工程设施审批", "part"),
        ("户外广告设置审批", "设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批", "part"),
        ("文艺表演团体设立审批", "设立文艺表演团体《营业性演出许可证》核发", "same"),
        ("乡村兽医登记", "乡村兽医登记备案", "same"),
        ("特困人员救助供养", "特困人员救助供养审批确认", "same"),
        ("法律援助申请", "法律援助补贴发放", "unsure"),
        ("电影放映单位设立审批", "电影放映单位设立审批（内资）", "same"),
        ("采矿权变更登记", "采矿权人名称变更登记", "part"),
        ("采矿权人名称变更登记", "采矿权人地址变更登记", "different"),
        ("失业保险金申领", "领取失业保险金期间丧葬补助金和抚恤金申领", "different"),
        ("建设工程质量监督手续办理", "建设工程质量监督备案", "same"),
        ("河道管理范围内建设项目审批", "河道管理范围内有关活动审批", "different"),
    ],
)
def test_a_wording_is_known_as_a_whole(a, b, expected):
    """What the table says of a whole object, and what brackets, certificates and compound verbs add to it."""
    assert relation(Named(a, "甲局"), Named(b, "乙局"))[0] == expected


def test_every_usual_wording_reads_as_itself():
    """No wording of the table leads to one that leads on to another."""
    standards = {row["standard"] for row in table("objects")}
    assert {
        name for name in standards if take_apart(name).object != take_apart(take_apart(name).object).object
    } == set()
    assert len(lexicon().objects) == len(table("objects"))


def test_one_department_lists_two_names_beside_each_other():
    """It may mean two matters, so a person decides; an article in common shows that it is one."""
    a, b = "公益性岗位申请", "公益性岗位申报"
    basis = "《就业促进法》第五十二条"
    assert relation(Named(a, "人社局"), Named(b, "人社局")) == ("unsure", "reworded-listed-beside")
    assert relation(Named(a, "人社局"), Named(b, "民政局"))[0] == "same"
    assert relation(Named(a, "人社局", basis), Named(b, "人社局", basis))[0] == "same"
    assert relation(Named(a, "沈阳市"), Named(b, "沈阳市"))[0] == "same"
    assert relation(Named(a, "人社局", listing="省目录"), Named(b, "人社局", listing="办事指南"))[0] == "same"
    assert "请核对办理内容" in compare(Named(a, "人社局"), Named(b, "人社局")).reasons[-1]


def test_lists_are_told_apart_in_the_search():
    """Rows with equal names and units in unlike lists are not compared as if they stood beside each other."""
    rows = [
        Named("公益性岗位申请", "人社局", listing="省目录"),
        Named("公益性岗位申报", "人社局", listing="省目录"),
        Named("公益性岗位申报", "人社局", listing="部门目录"),
    ]
    found = {(a, b): each.relation for a, b, each in suspects(rows)}
    assert found == {(0, 1): Relation.UNSURE, (0, 2): Relation.SAME, (1, 2): Relation.SAME}


def test_a_usual_wording_is_named_as_what_both_mean():
    """A name that does not print the object is not said to have it word for word."""
    told = compare(Named("企业实行其他工作时间审批", "甲局"), Named("企业特殊工时审批", "乙局")).reasons[0]
    printed = compare(Named("取水许可", "甲局"), Named("取水许可证核发", "乙局")).reasons[0]
    assert (told, printed) == ("两个名称说的对象都是“特殊工时”。", "对象“取水”相同。")


def test_names_in_other_words_are_not_called_equal():
    """Equal names are said to be equal; names that only the tables make equal, to be written differently."""
    equal = compare(Named("取水许可", "甲局"), Named("取水 许可", "乙局")).reasons[0]
    other = compare(Named("防雷装置竣工验收", "甲局"), Named("雷电防护装置竣工验收", "乙局")).reasons[0]
    assert (equal, other) == ("名称相同：“取水许可”。", "名称“防雷装置竣工验收”与“雷电防护装置竣工验收”只是写法不同。")


def test_a_list_is_read_out_with_its_marks():
    """The things that a name lists do not run into each other."""
    told = compare(Named("取水许可及排污口审批", "甲局"), Named("取水许可证新办审批", "乙局")).reasons[0]
    assert told == "“取水、入河排污口设置”列举了几项，“取水”是其中之一。"
