"""Gathers everything that a reviewer sees of one item."""

from collections.abc import Collection, Iterable, Sequence

from workbench import citations
from workbench.assignments import Assignments
from workbench.records import GuideEntry, Matter, Pair, Reviewer, Role, changed_fields
from workbench.review.detail import Detail, Earlier, Suspect
from workbench.review.follow_up import follow_ups
from workbench.review.guide_linking import changed_elements
from workbench.review.guide_view import as_matter
from workbench.review.seeing import shown_matters, shown_pairs
from workbench.review.suggestion import suggest
from workbench.review.twin_verdicts import verdicts_on_pairs
from workbench.store import NotAllowed, Store, StoreProblem

_DECIDING = (Role.REVIEWER, Role.LEAD, Role.LEGALITY)


def detail(
    store: Store, assignments: Assignments, item: str, reviewer: Reviewer, visible: Collection[str] | None
) -> Detail:
    """Everything about one item; raises as :meth:`workbench.review.Workspace.detail`."""
    hidden = store.hidden_from(reviewer.user)
    if item in hidden:
        raise NotAllowed("该事项为其他审核组的涉密事项，不能查看（附件1 3.1.2）。请由该事项的审核组办理。")
    guides = store.guide_rounds(item)
    matter = as_matter(guides[0]) if guides else _matter(store, item)
    pairs = shown_pairs(store.pairs(item), hidden)
    partners = shown_matters((_matter(store, pair.b if pair.a == item else pair.a) for pair in pairs), hidden)
    others = {pair.pair: partner for pair, partner in zip(pairs, partners, strict=True)}
    _require_visible(visible, matter, others.values())
    group = _group(assignments, matter.unit)
    findings = tuple(store.findings([item]).get(item, ()))
    history = tuple(store.history(item))
    file = next((s for s in store.submissions() if (s.unit, s.file) == (matter.unit, matter.place.file)), None)
    return Detail(
        matter=matter,
        group=group,
        findings=findings,
        not_checked=tuple(store.not_checked([item]).get(item, ())),
        citations=citations.parse(matter.row.legal_basis or ""),
        suspects=_suspects(store, assignments, pairs, others),
        siblings=_siblings(store, matter),
        history=history,
        revision=len(history),
        suggestion=suggest(findings),
        may_decide=reviewer.role in _DECIDING and (reviewer.role is Role.LEGALITY or reviewer.group == group),
        guide=guides[0] if guides else None,
        row=store.matter(guides[0].matter) if guides and guides[0].matter else None,
        guides=tuple(guide for guide in store.guides([matter.unit]) if guide.matter == item),
        follow_ups=follow_ups(store, [item]).get(item, ()),
        handlings=tuple(store.handlings([item]).get(item, ())),
        earlier=_earlier_guide(guides) if guides else _earlier_row(store.rounds_of(item)),
        file_findings=tuple(store.sheet_findings(file.sha256)) if file else (),
        file_uses=tuple(store.read_report(file.sha256)) if file else (),
    )


def _matter(store: Store, item: str) -> Matter:
    matter = store.matter(item)
    if matter is None:
        raise StoreProblem(f"没有编号为“{item}”的事项，请核对编号。")
    return matter


def _group(assignments: Assignments, unit: str) -> int | None:
    found = assignments.unit(unit)
    return found.group if found else None


def _require_visible(visible: Collection[str] | None, matter: Matter, others: Iterable[Matter]) -> None:
    if visible is not None and not any(each.unit in visible for each in (matter, *others)):
        raise NotAllowed(f"“{matter.unit}”不属于您的审核组，不能查看该事项。")


def _suspects(
    store: Store, assignments: Assignments, pairs: Sequence[Pair], others: dict[str, Matter]
) -> tuple[Suspect, ...]:
    clusters = store.clusters() if pairs else []
    ids = [*(pair.pair for pair in pairs), *(cluster.cluster for cluster in clusters)]
    states = verdicts_on_pairs(pairs, clusters, store.states(ids))
    found = [Suspect(p, others[p.pair], _group(assignments, others[p.pair].unit), states.get(p.pair)) for p in pairs]
    return tuple(sorted(found, key=lambda suspect: -suspect.pair.comparison.score))


def _siblings(store: Store, matter: Matter) -> tuple[Matter, ...]:
    """The other sub-items of the same main item."""
    if not matter.row.sub_item_name:
        return ()
    return tuple(
        other
        for other in store.matters([matter.unit])
        if (other.kind, other.row.item_name, other.row.seq) == (matter.kind, matter.row.item_name, matter.row.seq)
        and other.item != matter.item
    )


def _earlier_row(rounds: Sequence[Matter]) -> Earlier | None:
    """The row in the round before; the newest first in ``rounds``."""
    if len(rounds) < 2:  # noqa: PLR2004 - one round has none before it
        return None
    now, before, *_ = rounds
    return Earlier(before, None, changed_fields(now.row, before.row))


def _earlier_guide(rounds: Sequence[GuideEntry]) -> Earlier | None:
    if len(rounds) < 2:  # noqa: PLR2004 - see above
        return None
    now, before, *_ = rounds
    return Earlier(as_matter(before), before, changed_elements(now.guide, before.guide))
