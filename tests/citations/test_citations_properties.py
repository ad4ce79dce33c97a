"""What holds for every text: nothing raises, spans lie in the text, citations follow one another."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.citations import parse
from workbench.records import Citation, Span

#: Pieces that basis cells are made of, right and broken, so that chance builds cells and not noise alone.
PIECES = (
    "《", "》", "〈", "〉", "（", "）", "(", ")", "【", "】", "〔", "〕", "[", "]", "\n", "　　", " ", "、", "；", "。", "：", "，",
    "【法律】", "法律：", "（行政法规）", "【政府文件】", "规章", "1.", "（一）", "①", "二、", "根据", "以下简称", "<br/>",
    "《中华人民共和国水法》", "《取水许可和水资源费征收管理条例》", "辽宁省实施《中华人民共和国水法》办法", "《集贸市场管理办法》",
    "2002年8月29日", "2016年13月45日", "主席令第七十四号", "国务院令第460号", "水利部令第34号", "辽宁省人民政府令第1号",
    "辽政发〔2014〕9号", "辽宁省第十二届人民代表大会常务委员会第六次会议通过", "GB/T16180-2014", "国务院批准", "公告第3号",
    "第七条", "第一百二十条之一", "第二款", "第（三）项", "附件第301项", "第 7 条", "国家实行取水许可制度", "依照本法第三条", "号", "年",
)  # fmt: skip
cells = st.one_of(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.text(max_size=120))


def _inside(span: Span | None, outer: Span) -> bool:
    return span is None or outer[0] <= span[0] <= span[1] <= outer[1]


def _spans(citation: Citation) -> list[Span | None]:
    provisions = [article.span for article in citation.articles]
    return [citation.title_span, citation.label_span, citation.bracket_span, *provisions, *citation.quote_spans]


@given(cells)
@example("《" * 300)
@example("【法律】" * 60)
@example("《法》（" * 40)
@example("第一条" * 100)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """No text raises, and every span of a citation lies inside the citation, which lies inside the text."""
    for citation in parse(text):
        assert _inside(citation.span, (0, len(text)))
        assert [span for span in _spans(citation) if not _inside(span, citation.span)] == []


@given(cells)
@settings(max_examples=400, deadline=None)
def test_title_is_the_text_of_its_span(text: str) -> None:
    """A title in marks is exactly the text of its span, and so are label and bracket, blanks in a label apart."""
    for citation in parse(text):
        start, end = citation.title_span
        assert text[start:end] == citation.title
        if citation.bracket_span:
            assert text[slice(*citation.bracket_span)] == citation.bracket
        if citation.label_span and citation.label:
            assert citation.label in "".join(text[slice(*citation.label_span)].split())


@given(cells)
@settings(max_examples=400, deadline=None)
def test_citations_follow_one_another(text: str) -> None:
    """Citations come in the order of the text, and none begins before the one before it ends."""
    found = parse(text)
    assert [(before.span, after.span) for before, after in pairwise(found) if after.span[0] < before.span[1]] == []


@given(cells)
@settings(max_examples=200, deadline=None)
def test_articles_stand_in_the_order_of_the_text(text: str) -> None:
    """The provisions of a citation are listed in the order of the text, each once."""
    for citation in parse(text):
        starts = [article.span[0] for article in citation.articles]
        assert starts == sorted(set(starts))
