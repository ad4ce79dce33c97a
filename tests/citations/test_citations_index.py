"""The statute index, and the statutes that a workspace adds to it."""

from collections.abc import Iterator

import pytest

from workbench.citations import Statute, added_statutes, as_json, known_statute, parse, remembering, use_statutes
from workbench.records import IssuerLevel, Rank, RuleKind

SPRINGS = Statute(
    "辽宁省温泉旅游管理办法", Rank.RULE, "辽宁省人民政府", "2016", ("温泉办法",), RuleKind.LOCAL
)  # fmt: skip


@pytest.fixture(autouse=True)
def packaged() -> Iterator[None]:
    """The package's statutes alone after each test."""
    yield
    use_statutes(())


def _told(text: str) -> tuple[object, ...]:
    (citation,) = (as_json(each) for each in parse(text))
    return tuple(citation.get(key) for key in ("rank", "rank_from", "rule_kind", "issuer", "issuer_level"))


def test_an_added_statute_is_known_by_title_and_short_name_as_long_as_it_is_in_use() -> None:
    """What was read before is read anew, and again when the statute is taken away."""
    unknown = (None, None, None, None, None)
    known = ("规章", "index", "地方政府规章", "辽宁省人民政府", "省")
    assert _told("《温泉办法》第三条") == unknown
    use_statutes((SPRINGS,))
    assert (_told("《温泉办法》第三条"), _told("《辽宁省温泉旅游管理办法》第三条")) == (known, known)
    assert added_statutes() == (SPRINGS,)
    use_statutes(())
    assert _told("《温泉办法》第三条") == unknown


def test_an_added_statute_stands_in_place_of_the_package_s() -> None:
    """A correction counts; other statutes stay."""
    assert _told("《中华人民共和国水法》第七条")[0] == "法律"
    use_statutes((Statute("中华人民共和国水法", Rank.LAW, "全国人民代表大会常务委员会", "2031", ("水法典",)),))
    assert [known_statute(name).amended for name in ("中华人民共和国水法", "水法典")] == ["2031", "2031"]
    assert known_statute("水法").amended == "2031"
    assert known_statute("中华人民共和国防洪法").rank is Rank.LAW


@pytest.mark.parametrize(
    ("rank", "kind", "issuer", "level"),
    [
        (Rank.LAW, None, "", IssuerLevel.STATE),
        (Rank.LOCAL_REGULATION, None, "沈阳市人民代表大会常务委员会", IssuerLevel.CITY),
        (Rank.RULE, RuleKind.MINISTRY, "水利部", IssuerLevel.STATE_DEPARTMENT),
        (Rank.RULE, RuleKind.LOCAL, "大连市人民政府", IssuerLevel.CITY),
        (Rank.NORMATIVE_DOCUMENT, None, "国务院办公厅", IssuerLevel.STATE),
        (Rank.NORMATIVE_DOCUMENT, None, "水利部", IssuerLevel.STATE_DEPARTMENT),
        (Rank.NORMATIVE_DOCUMENT, None, "辽宁省人民政府办公厅", IssuerLevel.PROVINCE),
        (Rank.NORMATIVE_DOCUMENT, None, "辽宁省水利厅", IssuerLevel.PROVINCE_DEPARTMENT),
        (Rank.NORMATIVE_DOCUMENT, None, "沈阳市水务局", IssuerLevel.CITY_DEPARTMENT),
        (Rank.NORMATIVE_DOCUMENT, None, "沈阳市辽中区人民政府", None),
        (Rank.PARTY_DOCUMENT, None, "中共辽宁省委", IssuerLevel.PARTY),
        (Rank.NORMATIVE_DOCUMENT, None, "", None),
    ],
)  # fmt: skip
def test_rank_and_issuer_tell_the_level(
    rank: Rank, kind: RuleKind | None, issuer: str, level: IssuerLevel | None
) -> None:
    """Of a county's document, or one of which nobody knows who issued it, no level is told."""
    assert Statute("某某管理规定", rank, issuer, kind=kind).level is level


def test_what_rests_on_citations_is_remembered_until_the_statutes_change() -> None:
    """The function is called once, and once more after the change."""
    asked = []

    @remembering(maxsize=8)
    def rank(text: str) -> object:
        asked.append(text)
        return _told(text)[0]

    assert (rank("《温泉办法》"), rank("《温泉办法》")) == (None, None)
    use_statutes((SPRINGS,))
    assert (rank("《温泉办法》"), asked) == ("规章", ["《温泉办法》", "《温泉办法》"])
