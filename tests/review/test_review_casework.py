"""Cases of ``workbench check -`` that are sets of guides."""

from workbench.review import check_case

GUIDE = {"org": "省水利厅", "事项名称": "取水许可", "咨询电话": "024-62181301", "监督电话": "024-62181399"}


def _told(*guides: dict[str, str], rules: list[str] | None = None) -> list[tuple[str, int | None]]:
    case = {"id": "1", "guides": list(guides)} | ({"rules": rules} if rules else {})
    return [(told["rule"], told["where"].get("row")) for told in check_case(case, {}) if "severity" in told]


def test_rules_on_single_guides_run_on_each_guide_of_a_set() -> None:
    """The finding tells which of them it speaks of."""
    named = ["GUIDE-TARGET"]
    wrong = GUIDE | {"事项名称": "采砂许可", "服务对象": "全社会"}
    assert _told(GUIDE | {"服务对象": "法人"}, wrong, rules=named) == [("GUIDE-TARGET", 1)]
    assert ("GUIDE-TARGET", 1) in _told(GUIDE | {"服务对象": "法人"}, wrong)


def test_a_rule_on_guides_and_sets_speaks_once() -> None:
    """What a rule says across guides it does not say again of each."""
    guides = [GUIDE | {"权限划分": text, "行使层级": "省级"} for text in ("按权限办理", "无")]
    told = _told(*guides)
    assert len(told) == len(set(told))
