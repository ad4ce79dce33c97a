"""The bulletin's charts as pictures."""

import io
from collections.abc import Sequence

from matplotlib import font_manager
from matplotlib.figure import Figure

from workbench.workbooks.bulletin_content import BulletinFault, BulletinLine

#: Fonts with Chinese characters, the likeliest first.
_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans SC",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Microsoft YaHei",
)
#: Word and colour of the parts of a bar, in the order of :attr:`BulletinLine.counts`.
_PARTS = (("通过", "#2e7d4f"), ("退回修改", "#c9822b"), ("其他结论", "#5b6b7c"), ("未审", "#d9dfe6"))
_DOTS = 200


def chinese_font() -> str | None:
    """A font of this machine that has Chinese characters; None where there is none."""
    there = {each.name for each in font_manager.fontManager.ttflist}
    return next((name for name in _FONTS if name in there), None)


def progress_chart(lines: Sequence[BulletinLine], font: str) -> bytes:
    """Bars of how far each line is, as PNG."""
    figure = Figure(figsize=(6.3, 0.9 + 0.42 * len(lines)), dpi=_DOTS, layout="constrained")
    axes = figure.subplots()
    names = [line.name for line in lines]
    left = [0] * len(lines)
    for place, (word, colour) in enumerate(_PARTS):
        widths = [line.counts[place] for line in lines]
        axes.barh(names, widths, left=left, color=colour, label=word)
        left = [so_far + width for so_far, width in zip(left, widths, strict=True)]
    for at, line in enumerate(lines):
        axes.text(left[at], at, f" {line.share}", va="center", fontfamily=font, fontsize=9)
    axes.margins(x=0.12)
    axes.legend(
        ncols=4, loc="upper center", bbox_to_anchor=(0.5, 1.25), frameon=False, prop={"family": font, "size": 9}
    )
    return _finished(figure, font)


def faults_chart(faults: Sequence[BulletinFault], font: str) -> bytes:
    """Bars of the faults found most, as PNG."""
    figure = Figure(figsize=(6.3, 0.7 + 0.34 * len(faults)), dpi=_DOTS, layout="constrained")
    axes = figure.subplots()
    bars = axes.barh([each.name for each in faults], [each.items for each in faults], color="#b3402f")
    axes.bar_label(bars, padding=3, fontsize=9)
    axes.margins(x=0.1)
    return _finished(figure, font)


def _finished(figure: Figure, font: str) -> bytes:
    axes = figure.axes[0]
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)
    for label in (*axes.get_yticklabels(), *axes.get_xticklabels()):
        label.set_fontfamily(font)
        label.set_fontsize(9)
    stream = io.BytesIO()
    figure.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()
