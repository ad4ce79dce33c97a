"""Names made from templates, stages and places."""

import pytest

from workbench.sample.names import expanded, placed, reworded, services, variants
from workbench.sample.statutes import chinese, numbered


def test_a_template_gives_every_combination_of_its_slots():
    """Slots in braces and brackets alike, in the order written."""
    assert expanded("[地下|地表]水{取用|排放}许可") == (
        "地下水取用许可",
        "地下水排放许可",
        "地表水取用许可",
        "地表水排放许可",
    )
    assert expanded("取水许可") == ("取水许可",)


@pytest.mark.parametrize(
    ("name", "spec", "expected"),
    [
        ("取水许可", "", ()),
        ("取水许可", "@许可", ("取水许可首次申请", "取水许可变更", "取水许可延续", "取水许可注销")),
        ("普通护照签发", "学习普通护照签发@证发", ("学习普通护照签发", "学习普通护照换发", "学习普通护照补发")),
        ("对工伤的认定", "@确认", ("对工伤（首次申请）的认定", "对工伤（复核）的认定", "对工伤（变更）的认定")),
        ("低保金的给付", "@征收", ("低保金（按期申报）的给付", "低保金（补缴）的给付")),
        ("价格政策咨询", "@咨询", ("价格政策咨询", "价格政策流程咨询", "价格政策材料咨询")),
        ("公证办理", "[合同|继承]公证办理", ("合同公证办理", "继承公证办理")),
    ],
)
def test_sub_items_are_kinds_by_stages(name: str, spec: str, expected: tuple[str, ...]):
    """A specification is a template, a set of stages, both or neither."""
    assert variants(name, spec) == expected


def test_services_are_offered_around_a_matter():
    """One counsel on the matter, and an enquiry with sub-items for each kind."""
    assert list(services("行政确认", "对工伤的认定", "对[事故|职业病]工伤的认定")) == [
        ("工伤认定申请咨询", ()),
        (
            "工伤认定申请情况查询",
            (
                "事故工伤认定申请进度查询",
                "事故工伤认定申请结果查询",
                "职业病工伤认定申请进度查询",
                "职业病工伤认定申请结果查询",
            ),
        ),
    ]
    assert list(services("公共服务事项", "档案查询", "")) == []


def test_a_place_stands_before_the_object():
    """The frames of names stay as they are."""
    assert placed("取水许可", "沈阳市和平区") == "沈阳市和平区取水许可"
    assert placed("对工伤的认定", "沈阳市和平区") == "对沈阳市和平区工伤的认定"
    assert placed("对外承包工程信息咨询", "沈阳市和平区") == "沈阳市和平区对外承包工程信息咨询"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("对工伤的认定", "工伤认定"),
        ("取水许可", "取水许可证核发"),
        ("临时用地审批", "临时用地许可审批"),
        ("取水许可办理咨询", "取水许可办理咨询服务"),
        ("公报查询", "公报的查询"),
        ("水资源费的征收", "水资源费征收"),
    ],
)
def test_a_matter_is_reworded(name: str, other: str):
    """Another department's words for the same matter."""
    assert reworded(name) == other


def test_articles_are_numbered_as_printed():
    """Numbers become Chinese numerals, outlines get their mark, others stay."""
    assert [chinese(number) for number in (0, 7, 10, 15, 20, 48, 100, 103, 110, 157, 220)] == [
        "〇", "七", "十", "十五", "二十", "四十八", "一百", "一百零三", "一百一十", "一百五十七", "二百二十",
    ]  # fmt: skip
    assert [numbered(at) for at in ("48", "二（四）", "三", "附件第36项", "4.1")] == [
        "第四十八条",
        "二、（四）",
        "三、",
        "附件第36项",
        "4.1",
    ]
