"""Which options of a guide's form are chosen, however they are marked."""

import pytest

from workbench.checks.ticks import Answer, answer, chosen, is_marked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("☑自然人 □法人", ["自然人"]),
        ("□自然人　■法人", ["法人"]),
        ("自然人√ 法人", ["自然人"]),
        ("自然人☑法人□", ["自然人"]),
        ("[x]承诺件 [ ]即办件", ["承诺件"]),
        ("（√）是 （ ）否", ["是"]),
        ("R承诺件 □即办件", ["承诺件"]),
        ("●国家级 ○省级", ["国家级"]),
        ("□自然人 □法人", []),
        ("自然人、法人", ["自然人", "法人"]),
        ("自然人／法人", ["自然人", "法人"]),
        ("", []),
    ],
)
def test_chosen_options(text: str, names: list[str]) -> None:
    """A tick belongs to the option that it touches; without any mark every option written is chosen."""
    assert [choice.name for choice in chosen(text)] == names


def test_chosen_options_tell_where_they_stand() -> None:
    """Spans are offsets in the printed text, and options stand under the list that is named before them."""
    text = "面向自然人：☑户籍办理 □证件办理 面向法人：☑其他（按照法人生命周期排序）等"
    found = [(choice.group, text[slice(*choice.span)], choice.name) for choice in chosen(text)]
    assert found == [
        ("自然人", "户籍办理", "户籍办理"),
        ("法人", "其他（按照法人生命周期排序）等", "其他等"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("可以（电话预约：024-22873456）", Answer(("可以",), (), "(电话预约:024-22873456)")),
        ("可以电话预约", Answer(("可以",), (), "电话预约")),
        ("☑可以 □不可以（如填写“可以”，列明预约办理途径渠道）", Answer(("可以",))),
        ("☑可以 □不可以\n微信公众号", Answer(("可以",), (), "微信公众号")),
        ("可以、不可以", Answer(("可以", "不可以"))),
        ("□可以 □不可以", Answer(())),
        ("能", Answer((), ("能",))),
        ("", Answer(())),
    ],
)
def test_answer_with_a_detail(text: str, told: Answer) -> None:
    """The detail is what the unit wrote behind the option; the hint that the form prints is none."""
    assert answer(text, ("可以", "不可以"), open_end=True) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("承诺件（限工作日）", Answer(("承诺件",), (), "(限工作日)")),
        ("承诺件、上报件", Answer(("承诺件",), ("上报件",), "、上报件")),
        ("承诺件 即办件", Answer(("承诺件", "即办件"))),
        ("承诺件办理", Answer((), ("承诺件办理",))),
        ("☑上报件 □即办件", Answer((), ("上报件",), "上报件")),
    ],
)
def test_answer_of_a_single_choice(text: str, told: Answer) -> None:
    """A word that only begins like an option is none, and a value joined to an option stands beside it."""
    assert answer(text, ("承诺件", "即办件")) == told


def test_marks_are_seen() -> None:
    """Ticked and blank boxes are marks, plain words are none."""
    assert [is_marked(text) for text in ("□是", "是√", "是（R级）", "是")] == [True, True, False, False]
