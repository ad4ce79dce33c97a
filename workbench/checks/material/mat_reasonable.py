"""MAT-REASONABLE."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.materials import COPIES, NAME, guide_of, materials, on_element, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.citations.numerals import integer
from workbench.records import MATERIALS, Certainty, Finding, Material, Severity, Span

MOST_MATERIALS, MOST_COPIES = 15, 3
_COPIES = re.compile(r"(?P<number>\d+|[一二两三四五六七八九十]+)\s*[份套]")
#: What exists only when the work is done, and matters that come before the work.
_AFTER = re.compile(r"竣工|完工|验收合格")
_BEFORE = re.compile(r"开工|施工许可|设计审查|立项|预审|选址|项目核准")


def mat_reasonable(item: Item, context: Context) -> Iterator[Finding]:
    """材料过多、份数过多，或者要在决定之后才会有。

    What: more than 15 materials for one matter, more than 3 copies of one, or papers of finished works for a matter
        that comes before the works. The rest of the four words only people can judge.
    Why: 附件2 三(一)7 「体现合理性、必要性、适时性、完整性」
    Example: 一个事项28件材料；要求“一式八份”.
    Remedy: 请人工审核是否合理、必要，压缩材料和份数.
    """
    del context
    guide = guide_of(item)
    count = sum(1 for _ in materials(item))
    if count > MOST_MATERIALS:
        yield on_element(
            RULE,
            guide,
            MATERIALS,
            f"本事项要求{count}件申请材料，请从合理性、必要性、适时性、完整性审核（附件2 三(一)7），能压缩的压缩。",
        )
    for index, material in materials(item):
        for field in (NAME, COPIES):
            if found := _too_many(material.text(field) or ""):
                yield _on(index, material, field, found, f"要求超过{MOST_COPIES}份，请压缩份数或说明理由")
        if _AFTER.search(material.name) and _BEFORE.search(guide.name):
            yield _on(index, material, NAME, None, f"形成于“{shorten(guide.name)}”之后，请核对是否适时")


def _too_many(text: str) -> Span | None:
    """Where a text asks for more copies than needed."""
    for found in _COPIES.finditer(text):
        if (integer(found["number"]) or 0) > MOST_COPIES:
            return found.span()
    return None


def _on(index: int, material: Material, field: str, span: Span | None, reason: str) -> Finding:
    return on_material(
        RULE,
        index,
        material,
        f"请从合理性、必要性、适时性、完整性审核材料“{shorten(material.name)}”：{reason}（附件2 三(一)7）。",
        field=field,
        span=span,
    )


RULE = Rule(
    code="MAT-REASONABLE",
    name="材料是否合理必要",
    clause="附件2 三(一)7",
    quote="体现合理性、必要性、适时性、完整性",
    scopes=("guide",),
    certainty=Certainty.HUMAN,
    severity=Severity.HINT,
    check=mat_reasonable,
    verdict="needs_verification",
)
