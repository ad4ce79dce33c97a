"""Ticked options of 事项类型 in every way that units mark them."""

import pytest

from workbench.workbooks.guides.ticks import topics


@pytest.mark.parametrize(
    "mark",
    [
        "☑",
        "☒",
        "√",
        "✓",
        "✔",
        "■",
        "●",
        "◉",
        "[√]",
        "(√)",
        "（√）",
        "【√】",
        "[x]",
        "[v]",
        "◆",
        "✅",
        "R",
        "\uf052",
        "□√",
        "√□",
    ],
)
def test_a_mark_before_its_option(mark: str):
    """Every usual mark chooses the option after it, with blanks between or without."""
    text = f"面向自然人：□生育收养 {mark}户籍办理 □ 民族宗教\n面向法人：□设立变更 {mark} 法人注销"
    assert topics(text) == (("户籍办理",), ("法人注销",))


@pytest.mark.parametrize(("mark", "empty"), [("√", ""), ("☑", "□"), ("（√）", "（ ）"), ("■", "□")])
def test_a_mark_after_its_option(mark: str, empty: str):
    """Where the first option has its mark behind, all have."""
    text = f"面向自然人 生育收养{empty} 户籍办理{mark} 民族宗教{empty} 面向法人 设立变更 {mark} 资质认证{empty}"
    assert topics(text) == (("户籍办理",), ("设立变更",))


@pytest.mark.parametrize("gap", [" ", "、", "　", "\n"])
def test_a_mark_alone_belongs_to_the_option_that_it_touches(gap: str):
    """Where only what is chosen bears a mark, the side that it is joined to tells its option."""
    options = ["生育收养", "户籍办理", "民族宗教", "教育科研"]
    before = gap.join(["生育收养", "√户籍办理", "民族宗教", "√教育科研"])
    after = gap.join(["生育收养", "户籍办理√", "民族宗教", "教育科研√"])
    assert topics(f"面向自然人：{before}")[0] == topics(f"面向自然人：{after}")[0] == (options[1], options[3])


def test_options_with_brackets_are_one_option():
    """社会保障 and 其他 with what the form prints in brackets are told as printed."""
    text = "面向自然人 ☑社会保障（社会保险、社会救助） ☑其他（含个体工商户，按照人类生命周期排序）等 面向法人 □社会保障 ☑其他（按照法人生命周期排序）"
    assert topics(text) == (
        ("社会保障（社会保险、社会救助）", "其他（含个体工商户，按照人类生命周期排序）"),
        ("其他（按照法人生命周期排序）",),
    )


def test_nothing_ticked_is_nothing_chosen():
    """Both lists with empty boxes, or as they came without any."""
    assert topics("面向自然人 □生育收养 □户籍办理\n面向法人 □设立变更") == ((), ())


def test_options_typed_in_are_chosen():
    """Without any box, the few options behind a heading were typed in."""
    assert topics("面向自然人：户籍办理、证件办理；面向法人：") == (("户籍办理", "证件办理"), ())


def test_without_headings_the_lists_are_unknown():
    """Options alone do not tell which list they come from."""
    assert topics("文化体育；档案文物") == (None, None)


def test_one_list_alone():
    """A guide that prints one list tells nothing of the other."""
    assert topics("面向法人 ☑法人注销 □档案文物") == (None, ("法人注销",))
