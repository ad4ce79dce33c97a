"""Other spellings of the five legal types (附件1 3.3.3)."""

from workbench.records import ITEM_TYPES
from workbench.records.tidy import fold

_SHORT = {"许可": "行政许可", "征收": "行政征收", "确认": "行政确认", "给付": "行政给付", "公共服务": "公共服务事项"}
_ENDINGS = ("", "事项", "项目", "类", "类事项")

#: Folded spelling -> the standard value; the standard values themselves are not in it.
VARIANTS = {
    stem + ending: standard
    for short, standard in _SHORT.items()
    for stem in (short, standard.removesuffix("事项"), standard)
    for ending in _ENDINGS
    if stem + ending not in ITEM_TYPES
}


def standard(written: str | None) -> str:
    """A type in its standard spelling where it is a known variant, else as it is, folded; blank where unknown."""
    kind = fold(written or "")
    return VARIANTS.get(kind, kind)
