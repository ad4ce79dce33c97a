"""Comparison, suspects and clusters."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from workbench.matching import Named, Weights, clusters, compare, suspects, tidy_name
from workbench.matching.basis import shown
from workbench.matching.parts import take_apart
from workbench.records import Comparison, Relation

LABELLED = Path(__file__).parents[2] / "benchmarks" / "quality" / "pairs.csv"


def labelled():
    """The pairs written for development, with their matters."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row, *(Named(row[f"name_{side}"], row[f"org_{side}"] or None, row[f"basis_{side}"]) for side in "ab")


def relation(a, b, **fields):
    """The relation and level of two names."""
    found = compare(Named(a, **fields), Named(b, **fields))
    return str(found.relation), found.level


@pytest.mark.parametrize(
    ("name", "tidied"),
    [
        ("对取水的许可（市级/县级）", "取水许可"),
        ("食品经营许可证核发(县级行使)", "食品经营许可证核发"),
        ("　Ａ类　车辆－登记\u200b", "A类车辆登记"),
        ("对外劳务合作经营资格核准", "对外劳务合作经营资格核准"),
        ("目的地管理", "目的地管理"),
        ("雷电防护装置检测", "防雷装置检测"),
        ("", ""),
    ],
)
def test_a_name_is_tidied(name, tidied):
    """Width, blanks, punctuation, level notes and frame words go; synonyms get one wording."""
    assert tidy_name(name) == tidied


def test_a_name_is_taken_apart():
    """Object, procedure, stage, grade and scope are read apart."""
    parts = take_apart("甲级测绘资质变更审批（限制类）（省级）")
    assert (parts.object, parts.acts, parts.stages, parts.grades, parts.scope) == (
        "测绘资质",
        {"许可"},
        {"变更"},
        {"甲级"},
        {"限制类"},
    )


def test_a_sub_item_with_a_name_of_its_own_is_read_by_it():
    """公司登记（分公司注销登记） is about the branch and its end."""
    parts = take_apart("公司设立、变更、注销登记（分公司注销登记）")
    assert (parts.object, parts.stages) == ("分公司", {"注销"})


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("取水许可", "取水许可", ("same", "identical-name")),
        ("取水许可证核发", "对取水的审批", ("same", "same-object-same-action")),
        ("采矿权注销审批", "采矿权注销登记", ("same", "same-object-near-action")),
        ("工伤认定", "工伤补助", ("unsure", "same-object-other-procedure")),
        ("取水许可", "取水许可证变更", ("part", "action-within")),
        ("特种设备使用登记", "特种设备使用登记（电梯）", ("part", "scope-within")),
        ("种子生产经营许可", "农作物种子生产经营许可", ("part", "object-within")),
        ("甲级测绘资质审批", "乙级测绘资质审批", ("different", "grade-differs")),
        ("食品经营许可证变更", "食品经营许可证注销", ("different", "action-differs")),
        ("企业投资项目核准", "企业投资项目备案", ("different", "procedure-differs")),
        ("农药经营许可", "兽药经营许可", ("different", "object-contrasts")),
        ("特种设备使用登记（锅炉）", "特种设备使用登记（电梯）", ("different", "scope-differs")),
        ("取水许可", "校车使用许可", ("different", "object-differs")),
        ("政策咨询", "政策咨询", ("different", "generic-name")),
        ("普通合伙企业登记", "特殊普通合伙企业登记", ("different", "object-contrasts")),
        ("限制使用农药经营许可", "非限制使用农药经营许可", ("different", "object-contrasts")),
        ("动物检疫证明核发", "动物产品检疫证明核发", ("different", "object-contrasts")),
        ("婚姻登记档案查询服务", "婚姻登记档案查询", ("same", "same-object-same-action")),
        ("公司设立、变更、注销登记", "公司登记", ("same", "same-object-same-action")),
        ("公司设立、变更、注销登记", "公司注销登记", ("part", "action-within")),
        ("取水许可及排污口审批", "取水许可证延续", ("part", "listed-within")),
        ("防雷装置设计审核和竣工验收", "防雷装置竣工验收", ("part", "procedure-within")),
        ("图书、报纸、期刊出版审批", "报纸出版审批", ("part", "listed-within")),
        ("锅炉使用登记", "特种设备使用登记", ("part", "object-within")),
        ("食品生产许可（保健食品）", "保健食品生产许可", ("same", "same-object-same-action")),
        ("在公园内举办花展许可", "公园花展许可", ("same", "reworded")),
        ("取水许可（地热）", "取水许可证变更", ("different", "neither-within")),
        ("沈阳市养犬登记", "大连市养犬登记", ("different", "place-differs")),
        ("慈善组织成立登记", "慈善组织认定", ("different", "stage-of-another-procedure")),
    ],
)
def test_each_level_decides(a, b, expected):
    """The first level that applies gives relation and label."""
    assert relation(a, b) == expected


def test_a_whole_and_a_stage_beside_it_in_one_catalogue_are_two_matters():
    """A unit that lists both means the first grant by the one without a stage; across units it is the whole."""
    whole, stage = "客运站经营许可", "客运站经营许可（注销）"
    beside = compare(Named(whole, "省交通厅"), Named(stage, "省交通厅"))
    assert (beside.relation, beside.level) == (Relation.DIFFERENT, "stage-listed-beside")
    assert "同一单位把两者分别列出，没有写明环节的一项应指首次办理。" in beside.reasons
    assert compare(Named(whole, "省交通厅"), Named(stage, "沈阳市")).level == "action-within"


def test_the_unit_s_field_fills_in_what_its_names_leave_out():
    """参保 means one insurance at one bureau and another at the other; 初步设计 at the 水利厅 is a water project's."""
    found = compare(Named("职工参保登记", "市医疗保障局"), Named("职工参保登记", "市人力资源社会保障局"))
    assert (found.relation, found.level) == (Relation.DIFFERENT, "field-differs")
    assert found.reasons[0] == (
        "对象不同：一为“医疗保险”，一为“养老保险”（市医疗保障局所称“职工参保”指医疗保险）"
        "（市人力资源社会保障局所称“职工参保”指养老保险）。"
    )
    water = compare(Named("初步设计审批", "省水利厅"), Named("水利工程初步设计审批", "沈阳市"))
    assert (water.relation, water.level) == (Relation.SAME, "same-object-same-action")


def test_weights_of_a_corpus_order_pairs_of_one_level():
    """What is common in the corpus tells little, so likeness in what is rare counts for more."""
    pair = Named("海参养殖补助发放"), Named("海参苗种养殖补助发放")
    common = Weights.of([*["苗种"] * 50, "海参养殖"])
    rare = Weights.of([*["海参养殖"] * 50, "苗种"])
    assert compare(*pair, weights=common).score > compare(*pair, weights=rare).score


def test_the_order_of_two_matters_does_not_matter():
    """Both ways round give the same relation, score and level."""
    for row, a, b in labelled():
        one, two = compare(a, b), compare(b, a)
        assert (one.relation, one.score, one.level) == (two.relation, two.score, two.level), row


def test_reasons_can_be_read_out():
    """Each part has its sentence, the shared article by name."""
    basis = "《中华人民共和国水法》第四十八条"
    found = compare(
        Named("取水许可证核发", basis=basis, level="省级", region="辽宁省"),
        Named("对取水的许可", basis=basis, level="市级", region="沈阳市"),
    )
    assert found == Comparison(
        Relation.SAME,
        0.928,
        "same-object-same-action",
        (
            "对象“取水”相同。",
            "行为“许可”相同。",
            "引用同一条款：《水法》第四十八条。",
            "行使层级不同（省级、市级），同一事项分级行使不算重复。",
            "所在区域不同（辽宁省、沈阳市），同一事项分区域行使不算重复。",
        ),
    )


@pytest.mark.parametrize(
    ("number", "words"), [(7, "七"), (10, "十"), (48, "四十八"), (105, "一百零五"), (110, "一百一十"), (1001, "1001")]
)
def test_articles_are_shown_in_words(number, words):
    """As statutes print them."""
    assert shown(("民法典", number)) == f"《民法典》第{words}条"


def test_a_procedural_statute_is_no_evidence():
    """Every permit may cite the 行政许可法."""
    basis = "《中华人民共和国行政许可法》第二十二条"
    found = compare(Named("取水许可", basis=basis), Named("取水许可证核发", basis=basis))
    assert found.score == 0.88
    assert "引用同一条款" not in "".join(found.reasons)


def test_the_labelled_pairs_are_told_apart_as_measured():
    """The exact confusion on pairs written for development, hard negatives included."""
    confusion = Counter((row["relation"], str(compare(a, b).relation)) for row, a, b in labelled())
    assert confusion == {
        ("different", "different"): 603,
        ("different", "part"): 11,
        ("different", "unsure"): 5,
        ("part", "different"): 9,
        ("part", "part"): 216,
        ("part", "same"): 5,
        ("part", "unsure"): 1,
        ("same", "different"): 16,
        ("same", "part"): 20,
        ("same", "same"): 444,
        ("same", "unsure"): 12,
        ("unsure", "different"): 12,
        ("unsure", "part"): 13,
        ("unsure", "same"): 13,
        ("unsure", "unsure"): 3,
    }


def test_suspects_are_found_by_name_and_by_article():
    """Similar names and a shared article with a similar object are candidates; different ones are dropped."""
    basis = "《沈阳市养犬管理条例》第十条"
    named = [
        Named("农药经营许可证核发", "省农委"),
        Named("兽药经营许可证核发", "省畜牧局"),
        Named("农药经营许可", "省工商局"),
        Named("养犬登记", "沈阳市", basis),
        Named("犬只登记证核发", "大连市", basis),
        Named("政策咨询", "省农委"),
        Named("政策咨询", "省畜牧局"),
    ]
    found = [(a, b, str(pair.relation)) for a, b, pair in suspects(named)]
    assert found == [(0, 2, "same"), (3, 4, "same")]


def test_sub_items_of_one_main_item_are_no_duplicates_of_each_other():
    """Siblings are dropped, but a sub-item listed twice is not."""
    named = [
        Named("城市道路占用许可", main="省住建厅/12"),
        Named("城市道路占用和挖掘许可", main="省住建厅/12"),
        Named("城市道路占用许可", main="省住建厅/12"),
    ]
    assert [(a, b, pair.level) for a, b, pair in suspects(named)] == [(0, 2, "identical-name")]


def test_mere_likeness_within_a_family_is_not_reported():
    """A matter with dozens of look-alikes is one of a family."""
    named = [Named(f"{chr(0x5E00 + at)}河流域水域岸线保护利用规划审批") for at in range(40)]
    assert suspects(named) == []
    assert len(suspects(named[:10])) == 45


def test_progress_is_told_from_none_to_all():
    """The last call says that all candidates were compared."""
    calls = []
    suspects([Named("取水许可"), Named("取水许可证")], lambda done, total: calls.append((done, total)))
    assert calls == [(0, 1), (1, 1)]


def test_a_chain_does_not_merge_what_is_not_alike():
    """Complete linkage: 1 is like 0 and 2, but 0 is not like 2; the surer pair wins."""
    found = [(0, 1, Comparison(Relation.SAME, 0.9, "x")), (1, 2, Comparison(Relation.SAME, 0.8, "x"))]
    assert clusters(4, found) == [(0, 1)]


def test_clusters_hold_only_same_pairs():
    """A triangle is one cluster; part and unsure pairs make none."""
    same, part = Comparison(Relation.SAME, 0.9, "x"), Comparison(Relation.PART, 0.5, "x")
    assert clusters(5, [(0, 1, same), (0, 2, same), (1, 2, same), (3, 4, part)]) == [(0, 1, 2)]


def test_a_pair_out_of_range_is_refused():
    """The size must cover every pair."""
    with pytest.raises(ValueError, match="共有1个事项"):
        clusters(1, [(0, 1, Comparison(Relation.SAME, 0.9, "x"))])
