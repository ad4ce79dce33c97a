"""SCOPE-NO-BASIS."""

import re
from collections.abc import Iterator

from workbench.checks.basis.ranks_allowed import CITY_SET, PROVINCIAL, falls_short, is_of_city
from workbench.checks.basis.temporary_permit import is_temporary_permit
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of, is_in, name_of, shorten, type_of
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity
from workbench.records.tidy import fold

NONE = re.compile(
    r"(?:目前|暂|尚)?(?:无|没有|暂无|尚无|缺)(?:任何|明确|相关)?(?:法律|法规|法律法规|设定|法定)*(?:依据)?[。.]?"
)


def scope_no_basis(item: Item, context: Context) -> Iterator[Finding]:
    """设定依据写明没有，或没有一项达到本类型的要求。

    What: the basis cell says that there is none, or no citation reaches what chapter 4 asks of the type.
    Why: 附件1 1.4 「对于没有法律法规依据的事项，特别是初审事项，一律取消；……」
    Example: 无.
    Remedy: 取消，或转为政府内部事项.
    """
    del context
    basis = basis_of(item)
    stated = NONE.fullmatch(fold(basis))
    if not stated and not _falls_short(item):
        return
    yield RULE.finding(
        f"“{name_of(item)}”没有符合要求的设定依据（现为“{shorten(basis)}”），请取消；"
        "暂时不能取消的，请提出转为政府内部事项的意见（附件1 1.4 一是取消）。",
        field="legal_basis",
        excerpt=basis if stated else "",
        span=(0, len(basis)) if stated else None,
    )


def _falls_short(item: Item) -> bool:
    """Whether no citation reaches what the type asks for; what a city's department lists may rest on either level.

    A temporary permit may rest on less: BASIS-PERMIT-TEMP speaks of it.
    """
    if is_temporary_permit(item):
        return False
    demands = [] if is_in(item, CatalogueKind.CITY) else [PROVINCIAL]
    if is_of_city(item):
        demands.append(CITY_SET)
    kind = type_of(item)
    return all(kind in demand and falls_short(item.citations, demand[kind]) for demand in demands)


RULE = Rule(
    code="SCOPE-NO-BASIS",
    name="写明没有依据",
    clause="附件1 1.4",
    quote="对于没有法律法规依据的事项，特别是初审事项，一律取消；暂时不能取消的，应当研究转为政府内部事项。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=scope_no_basis,
    verdict="cancel",
    shown_first=Severity.DOUBT,
)
