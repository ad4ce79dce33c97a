"""Time limits as they are written in guides and in articles."""

import pytest

from workbench.checks.time_limits import is_instant, is_unset, limit_of, limits_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("20个工作日", "20工作日"),
        ("二十个工作日", "20工作日"),
        ("２０ 工作日", "20工作日"),
        ("自受理之日起15日内", "15天"),
        ("45天（不含专家评审30个工作日）", "45天"),
        ("受理5个工作日，办结20个工作日", "20工作日"),
        ("3个月", "3个月"),
        ("半个工作日", "0.5工作日"),
        ("当场办结", "0"),
        ("0个工作日", "0"),
    ],
)
def test_limit_of_an_element(text: str, words: str) -> None:
    """A limit is a number of units in any numerals; 当场 is none at all."""
    limit = limit_of(text)
    assert limit is not None
    assert limit.words == words


@pytest.mark.parametrize("text", ["", "无", "法规未规定", "尽快"])
def test_no_limit(text: str) -> None:
    """Where no number is told there is no limit."""
    assert limit_of(text) is None


def test_limits_of_an_article() -> None:
    """Every limit of an article, with its place in the text."""
    text = "自受理之日起二十日内审查，情况复杂的延长10个工作日"
    assert [(limit.words, text[slice(*limit.span)]) for limit in limits_in(text)] == [
        ("20天", "二十日"),
        ("10工作日", "10个工作日"),
    ]


def test_instant_and_unset() -> None:
    """当场 with a number is no instant; a limit that the law does not set is told in several words."""
    assert [is_instant(text) for text in ("即时", "０", "当场受理，5个工作日办结")] == [True, True, False]
    words = ("无", "法律、法规未作规定", "没有法定时限", "20工作日", "未规定，按20工作日办理")
    assert [is_unset(text) for text in words] == [True, True, True, False, False]
