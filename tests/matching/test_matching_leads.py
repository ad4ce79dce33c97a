"""Which unit should keep a matter that several list."""

import pytest

from workbench.matching import Lead, Named, lead
from workbench.matching.leads import bodies

PESTICIDE = "《农药管理条例》第二十四条：农药经营者应当向县级以上地方人民政府农业主管部门申请农药经营许可证。"
BUS = (
    "《校车安全管理条例》第十五条：应当向县级或者设区的市级人民政府教育行政部门提出申请。"
    "教育行政部门应当征求公安机关、交通运输行政部门意见。"
)


def test_the_body_that_the_basis_names_leads():
    """农业主管部门 is the 农委, not the 工商局; the reason can be read out."""
    found = lead([Named("农药经营许可", "省工商局", PESTICIDE), Named("农药经营许可证核发", "省农委", PESTICIDE)])
    assert found == Lead(
        1, "设定依据写明由“县级以上地方人民政府农业主管部门”实施，属于省农委的职责，建议由省农委牵头。"
    )


def test_the_body_that_decides_outweighs_those_that_are_asked():
    """教育行政部门 takes the application; 公安机关 and 交通 are asked for their opinion."""
    found = lead([Named("校车使用许可", unit, BUS) for unit in ("省公安厅", "省交通厅", "省教育厅")])
    assert found is not None
    assert found.member == 2


@pytest.mark.parametrize("basis", [None, "", "《水法》第七条", "由县级以上人民政府林业主管部门批准。"])
def test_no_lead_where_the_basis_points_to_none_of_the_units(basis):
    """No body named, or one outside of the cluster."""
    assert lead([Named("甲", "省教育厅", basis), Named("乙", "省公安厅", basis)]) is None


def test_no_lead_where_two_units_are_named_alike():
    """A tie is for people."""
    basis = "由教育行政部门批准；由公安机关批准。"
    assert lead([Named("甲", "省教育厅", basis), Named("乙", "省公安厅", basis)]) is None


def test_a_body_that_acts_counts_thrice():
    """向, 由, 经, 报 in front of a body say that it decides."""
    assert dict(bodies("向民政部门申请，财政部门拨款。")) == {"民政部门": 3, "财政部门": 1}
