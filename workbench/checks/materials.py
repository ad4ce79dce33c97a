"""The materials (申请材料) of a guide, and the finding that rules on materials give (附件2 三(一)7)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.guide_facts import is_blank as is_stroke
from workbench.checks.item import Item
from workbench.checks.rule import Rule
from workbench.records import MATERIALS, Finding, Guide, Material, Severity, Span
from workbench.records.tidy import fold

NAME, BASIS, COPIES = "材料名称", "设定依据", "纸质材料份数和规格"
#: What is written where there is nothing to write.
_NOTHING = re.compile(
    r"(?:本事项|暂)?(?:无|没有|不涉及|不需要|无需|不存在)(?:任何)?(?:中介服务|中介|联办机构|联办|材料|依据|要求|此项)?|空|〇|0"
)

#: Names and short texts are folded by many rules: once is enough.
folded = lru_cache(maxsize=65536)(fold)


def is_blank(text: str | None) -> bool:
    """Whether a text is unknown, blank, or says that there is nothing."""
    tidied = fold(text or "").strip("。.;；()（）【】[]☑■√✓ ")
    return is_stroke(tidied) or bool(_NOTHING.fullmatch(re.sub(r"[（(].*$", "", tidied)))


def materials(item: Item) -> Iterator[tuple[int, Material]]:
    """The materials of the item's guide with their indexes; those without a name are left out."""
    guide = item.guide
    for index, material in enumerate((guide.materials or ()) if guide else ()):
        if material.name.strip():
            yield index, material


def guide_of(item: Item) -> Guide:
    """The item's guide; an empty one where there is none."""
    return item.guide or Guide({})


def on_material(
    rule: Rule,
    index: int,
    material: Material,
    message: str,
    *,
    field: str = NAME,
    span: Span | None = None,
    severity: Severity | None = None,
    verdict: str | None = None,
    at: int | None = None,
    other: int | None = None,
) -> Finding:
    """A finding on the material at ``index``; it marks ``span`` of the sub-field, or all of it."""
    text = material.text(field) or ""
    start, stop = span or (0, len(text))
    return rule.finding(
        message,
        field=f"{MATERIALS}.{field}",
        excerpt=text[start:stop],
        span=(start, stop) if text else None,
        severity=severity,
        verdict=verdict,
        at=at,
        other=other,
        material=index,
    )


def on_element(
    rule: Rule,
    guide: Guide,
    field: str,
    message: str,
    *,
    span: Span | None = None,
    severity: Severity | None = None,
    verdict: str | None = None,
    at: int | None = None,
    other: int | None = None,
) -> Finding:
    """A finding on an element of a guide; it marks ``span`` of its text, or all of it."""
    text = guide.text(field) or ""
    start, stop = span or (0, len(text))
    return rule.finding(
        message,
        field=field,
        excerpt=text[start:stop],
        span=(start, stop) if text else None,
        severity=severity,
        verdict=verdict,
        at=at,
        other=other,
    )
