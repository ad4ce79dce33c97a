"""The monthly bulletin (通报) as a Word document with charts."""

import io
from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm

from workbench.workbooks import charts, official
from workbench.workbooks.bulletin_content import BulletinContent, BulletinFault, BulletinLine

_CHART_WIDTH = Cm(15.6)
_NO_FONT = "（本机没有中文字体，图表未生成；安装 fonts-noto-cjk 后重新生成即可。）"


def write_bulletin(content: BulletinContent) -> bytes:
    """The document's bytes."""
    document = official.new_document()
    font = charts.chinese_font()
    official.title(document, content.title)
    official.heading(document, "一、总体情况")
    official.paragraph(document, content.summary)
    official.heading(document, "二、各审核组进度")
    _picture(document, charts.progress_chart(content.groups, font) if font else None)
    _standings(document, content.groups)
    if content.missing:
        official.paragraph(document, f"尚未报送的单位（{len(content.missing)} 个）：{'、'.join(content.missing)}。")
    official.heading(document, "三、存在的主要问题")
    _faults(document, content.faults, font)
    official.heading(document, "四、下一步工作")
    for due in content.due:
        official.paragraph(document, due)
    official.line(document, content.day, official.RIGHT)
    official.new_page(document)
    official.heading(document, "附表：各单位审核进度")
    _standings(document, content.units)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _picture(document: Document, picture: bytes | None) -> None:
    if picture is None:
        official.line(document, _NO_FONT)
    else:
        document.add_picture(io.BytesIO(picture), width=_CHART_WIDTH)


def _faults(document: Document, faults: Sequence[BulletinFault], font: str | None) -> None:
    if not faults:
        official.paragraph(document, "本期没有发现违规和存疑的问题。")
        return
    _picture(document, charts.faults_chart(faults, font) if font else None)
    rows = [(each.name, each.clause, str(each.items), str(each.returned)) for each in faults]
    official.table(document, ("问题", "依据条款", "涉及项数", "其中已退回"), rows, (6.4, 4.2, 2.4, 2.6))


def _standings(document: Document, lines: Sequence[BulletinLine]) -> None:
    headings = ("单位", "事项", "已审", "通过", "退回", "其他", "进度", "本月", "违规", "存疑")
    rows = [
        (
            line.name, *(str(n) for n in (line.rows, line.decided, *line.counts[:3])), line.share,
            *(str(n) for n in (line.month, line.violations, line.doubts)),
        )
        for line in lines
    ]  # fmt: skip
    official.table(document, headings, rows, (3.1, 1.5, 1.5, 1.5, 1.4, 1.3, 1.4, 1.3, 1.3, 1.3))
