"""One defect of a guide, one finding: the entries of the table of precedence that speak of guides."""

from typing import Any

import pytest

from workbench.checks import read_case, run


def _codes(guide: dict[str, Any]) -> list[str]:
    item, context = read_case({"guide": guide})
    return [finding.rule for finding in run(item, context).findings]


@pytest.mark.parametrize(
    "name",
    [
        "服务对象",
        "受理条件",
        "是否收费",
        "办件类型",
        "通办范围",
        "预约办理",
        "网上支付",
        "运行系统",
        "办理时间",
        "咨询电话",
        "监督电话",
    ],
)
def test_blank_element_is_told_once(name: str) -> None:
    """Of a blank element GUIDE-FILLED alone speaks, not the rule on its value."""
    assert _codes({name: ""}) == ["GUIDE-FILLED"]


def test_wrong_value_is_told_by_its_own_rule() -> None:
    """无 is a wrong telephone number, no blank."""
    assert _codes({"监督电话": "无"}) == ["GUIDE-SUPERVISE"]


def test_limit_in_another_unit_is_told_once() -> None:
    """A statutory limit in 日 has to be written anew before anything is compared with it."""
    assert _codes({"法定办结时限": "20日", "承诺办结时限": "30天"}) == ["GUIDE-STATLIMIT"]


def test_limit_in_words_is_compared_all_the_same() -> None:
    """二十个工作日 is only written otherwise: that the promise is no shorter still has to be told."""
    assert _codes({"法定办结时限": "二十个工作日", "承诺办结时限": "20个工作日"}) == ["GUIDE-STATLIMIT", "TIME-LESS"]


def test_promise_that_is_no_shorter_is_told_once() -> None:
    """TIME-SQUEEZE is silent where TIME-LESS or TIME-UNIT has spoken."""
    assert _codes({"法定办结时限": "20天", "承诺办结时限": "20天"}) == ["TIME-LESS"]
    assert _codes({"法定办结时限": "20工作日", "承诺办结时限": "19天"}) == ["TIME-UNIT"]
    assert _codes({"法定办结时限": "20工作日", "承诺办结时限": "19工作日"}) == ["TIME-SQUEEZE"]
