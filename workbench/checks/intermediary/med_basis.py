"""MED-BASIS."""

from collections.abc import Iterator

from workbench import citations
from workbench.checks.basis.ranks_allowed import RESTRICTING
from workbench.checks.intermediary.services import LIST, SERVICES, is_the_organs, listed, points_to_list, services
from workbench.checks.item import Context, Item
from workbench.checks.material_basis import rank_of
from workbench.checks.materials import guide_of, on_element
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def med_basis(item: Item, context: Context) -> Iterator[Finding]:
    """中介服务没有法律、法规、规章依据。

    What: 中介服务 is filled and cites no law, regulation or rule, and its service is not on the loaded list. A
        document whose rank is not understood is left to people.
    Why: 附件2 三(一)8 「中介服务。指法律法规规章规定的中介服务。」
    Example: 中介服务“第三方评审”，依据厅文件.
    Remedy: 写明法律、法规、规章依据；没有的取消.
    """
    guide = guide_of(item)
    text = guide.text(SERVICES) or ""
    ranks = [rank_of(citation) for citation in citations.parse(text)]
    if None in ranks or RESTRICTING.ranks.intersection(ranks) or points_to_list(text):
        return
    entries = context.lists.get(LIST, ())
    for service, span in services(item):
        if is_the_organs(text[slice(*span)]) or listed(service, entries):
            continue
        yield on_element(
            RULE,
            guide,
            SERVICES,
            f"中介服务“{shorten(service)}”应有法律、法规、规章依据（附件2 三(一)8），请写明依据；没有依据的请取消。",
            span=span,
        )


RULE = Rule(
    code="MED-BASIS",
    name="中介服务没有依据",
    clause="附件2 三(一)8",
    quote="中介服务。指法律法规规章规定的中介服务。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=med_basis,
)
