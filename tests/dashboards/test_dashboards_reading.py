"""What a page shows of an item."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workbench.dashboards.reading import compared, marked, read
from workbench.dashboards.reading.detail import articles
from workbench.dashboards.reading.guide import read_guide
from workbench.dashboards.templates import render
from workbench.records import Article, Certainty, Finding, Guide, GuideEntry, Material, Place, ReadUse, Severity
from workbench.review import Workspace


def finding(severity: Severity, start: int, end: int) -> Finding:
    """A finding on a span."""
    return Finding("X", "附件1", severity, Certainty.CERTAIN, "。", "legal_basis", span=(start, end))


def test_overlapping_faults_are_cut_where_they_begin_and_end():
    """Each piece knows all findings over it, the gravest gives the tone, and a number stands where its span ends."""
    found = [(1, finding(Severity.VIOLATION, 2, 5)), (2, finding(Severity.HINT, 4, 7))]
    assert [(s.text, s.numbers, s.tone, s.ends) for s in marked("甲乙丙丁戊己庚辛", found)] == [
        ("甲乙", (), "", ()),
        ("丙丁", (1,), "bad", ()),
        ("戊", (1, 2), "bad", (1,)),
        ("己庚", (2,), "tip", (2,)),
        ("辛", (), "", ()),
    ]


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_marking_never_loses_or_adds_a_character(text: str, spans: list[tuple[int, int]]):
    """Whatever the spans, the pieces are the text."""
    found = [(n, finding(Severity.DOUBT, *span)) for n, span in enumerate(spans, start=1)]
    assert "".join(segment.text for segment in marked(text, found)) == text


@given(st.text(), st.text())
def test_comparing_keeps_both_texts(ours: str, theirs: str):
    """The pieces of each side are that side's text."""
    left, right = compared(ours, theirs)
    assert ("".join(text for text, _ in left), "".join(text for text, _ in right)) == (ours, theirs)


def test_differing_characters_are_marked():
    """Only 证核发 is not in the other name."""
    assert compared("农药经营许可证核发", "农药经营许可") == (
        [("农药经营许可", False), ("证核发", True)],
        [("农药经营许可", False)],
    )


def test_articles_are_read_out():
    """条, 之, 款 and 项, each named once."""
    cited = (Article(9, 1, 2, 3), Article(10), Article(10))
    assert articles(cited) == "第9条之1第2款第3项、第10条"


def test_the_page_of_an_item_shows_everything_that_is_known(desk: Workspace):
    """Marks, findings by severity, the suspected duplicate, the sibling and the citation's fault."""
    page = read(desk.detail("M-a", "group3"), desk.assignments)
    assert [(each["number"], each["severity"]) for each in page["findings"]] == [(1, "违规"), (2, "存疑")]
    assert [s.text for s in page["basis"] if 1 in s.numbers] == ["……"]
    assert [each["item"] for each in page["siblings"]] == ["M-b"]
    (suspect,) = page["suspects"]
    assert (suspect["unit"], suspect["group"], suspect["relation"]) == ("省工商局", "第二组", "同一事项")
    assert suspect["rows"][0]["left"] == [("农药经营许可", False), ("证核发", True)]
    assert page["where"] == "省农委 · 省目录 · 第 1 轮 · 序号 1 · “目录”第 5 行"


def test_what_a_workbook_says_is_never_markup(desk: Workspace):
    """A basis with tags is shown as it was typed; what is 未检查 is listed with what it needs."""
    html = render("detail", item=read(desk.detail("M-c", "group3"), desk.assignments), clash=None)
    assert "&lt;b&gt;无&lt;/b&gt;" in html
    assert "<b>无</b>" not in html
    assert "江苏清单" in html


def test_the_page_of_a_guide_shows_elements_and_materials_with_their_faults():
    """Elements stand in the form's order, blank ones only with a finding; a material's fault marks its own cell."""
    guide = Guide(
        {"事项名称": "取水许可", "承诺办结时限": "20个工作日", "咨询电话": ""},
        materials=(
            Material({"材料名称": "申请书", "设定依据": "《水法》第七条"}),
            Material({"材料名称": "<i>其他</i>"}, {"来源": "自备"}),
        ),
    )
    entry = GuideEntry("G-a", "省水利厅", "办事指南", 1, "辽宁省", guide, Place("甲.xlsx", "取水许可", "A1"))
    found = [
        (1, replace(finding(Severity.VIOLATION, 0, 0), field="咨询电话", span=None)),
        (2, replace(finding(Severity.DOUBT, 3, 5), field="申请材料.材料名称", material=1)),
    ]
    page = read_guide(entry, found)
    assert [each["name"] for each in page["common"] + page["individual"]] == ["事项名称", "承诺办结时限", "咨询电话"]
    assert page["individual"][1]["faults"] == [{"number": 1, "tone": "bad", "word": "违规"}]
    assert page["materials"]["columns"] == ["材料名称", "设定依据"]
    rows = page["materials"]["rows"]
    assert [[cell[0].text if cell else "" for cell in row["cells"]] for row in rows] == [
        ["申请书", "《水法》第七条"],
        ["<i>", ""],
    ]
    assert [[(each["name"], each["segments"][0].text) for each in row["further"]] for row in rows] == [
        [],
        [("来源", "自备")],
    ]
    assert page["materials"]["rows"][1]["faults"] == [{"number": 2, "tone": "warn", "word": "存疑"}]
    html = render("guide", item={"guide": page})
    assert "&lt;i&gt;" in html
    assert "<i>" not in html


def test_the_page_of_an_item_tells_of_its_file_as_a_whole(desk: Workspace):
    """What is said of the file, how many cells were read as what, and why others were not."""
    detail = replace(
        desk.detail("M-a", "group3"),
        file_findings=(replace(finding(Severity.VIOLATION, 0, 0), rule="FORM-EXCEL", message="不是 <b>excel</b>。"),),
        file_uses=(
            ReadUse("目录", "A1", 1, "title"),
            ReadUse("目录", "A5:G9", 30, "field", "事项"),
            ReadUse("目录", "A10", 1, "ignored", reason="合计行"),
        ),
    )
    page = read(detail, desk.assignments)["file"]
    assert (page["name"], page["cells"]) == ("省农委.xlsx", 32)
    assert page["read"] == [("读为内容", 30), ("标题", 1), ("未读", 1)]
    assert page["left"] == [("合计行", 1)]
    html = render("file", item={"file": page})
    assert "不是 &lt;b&gt;excel&lt;/b&gt;。" in html
    assert "未读 1：合计行" in html
