"""Takes submitted files in: reads, checks, stores, and looks at the whole corpus again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from workbench import checks
from workbench.assignments import Assignments
from workbench.records import Finding, Problem
from workbench.review.corpus import examine_corpus, unsaid
from workbench.review.examine import Examined, examine
from workbench.review.guidework import GuideWork, check_guides
from workbench.review.identity import digest
from workbench.review.in_turn import in_turn
from workbench.review.reading_files import cores, examine_files, find_files
from workbench.review.rechecking import recheck
from workbench.review.remembering import CorpusMemory
from workbench.review.seeing import without_secrets
from workbench.review.taking_in import GuidesSoFar, IntakeLine, keep
from workbench.review.ties import Tied, tied
from workbench.review.unit_findings import gathered, of_units
from workbench.review.whole_file import GUIDES
from workbench.store import Store
from workbench.workbooks.uncollected import uncollected

__all__ = ["IntakeLine", "Report", "find_files", "keep_all", "match_corpus", "take_in"]

Report = Callable[[str, int, int], None]


def take_in(
    store: Store,
    assignments: Assignments,
    context: checks.Context,
    files: Sequence[Path],
    report: Report,
    unit: str | None = None,
    kind: str | None = None,
    *,
    memory: CorpusMemory | None = None,
) -> list[IntakeLine]:
    """Read, check and store the files, earlier rounds first; then look at the corpus if anything changed.

    What was taken in before is checked again first where the reference lists or the settings of rules have changed;
    where only the tables of words have, the corpus is matched again and nothing else.
    """
    again = recheck(store, context, partial(report, "按新的清单和设置重新检查"))
    work = partial(examine, assignments=assignments, context=context, unit=unit, kind=kind)
    examined = examine_files(work, files, partial(report, "读取和检查"))
    return keep_all(store, context, examined, report, again=bool(again), memory=memory)


def keep_all(
    store: Store,
    context: checks.Context,
    examined: Iterable[Examined],
    report: Report,
    *,
    again: bool = False,
    by: str | None = None,
    memory: CorpusMemory | None = None,
) -> list[IntakeLine]:
    """Store examined files, earlier rounds first; then look at the corpus if anything changed, or in any case ``again``.

    ``by`` is the user who hands them in; None: whoever runs the machine.
    """
    so_far = GuidesSoFar(store)
    kept = {place: keep(store, each, context.fingerprint, so_far, by) for place, each in in_turn(examined)}
    lines = [kept[place] for place in sorted(kept)]
    if again or store.matched_with() != _mark(store, context):
        ties = match_corpus(store, context, report, memory)
        lines = [replace(line, problems=(*line.problems, *_asked(line, ties))) for line in lines]
    counted = store.findings_counted()
    return [replace(line, findings=counted.get(line.sha256, 0)) for line in lines]


def match_corpus(
    store: Store, context: checks.Context, report: Report, memory: CorpusMemory | None = None
) -> dict[str, Tied]:
    """Tie guides to their rows, check those that are new beside them, and run what looks across items; the ties.

    An intake that is broken off before the end is seen by the mark, and made good by the next one.
    """
    memory = memory or CorpusMemory()
    with memory.lock, uncollected():
        return _match(store, context, report, memory)


def _match(store: Store, context: checks.Context, report: Report, memory: CorpusMemory) -> dict[str, Tied]:
    mark = _mark(store, context)
    matters, guides = store.current_matters(memory.standing), store.guides()
    ties = tied(guides, matters, store.relinks())
    moved = {g.item for g in guides if (g.matter, g.tie) != (_item(ties[g.item]), ties[g.item].tie)}
    store.tie_guides({item: (_item(ties[item]), ties[item].tie) for item in moved})
    _check_guides(store, [GuideWork.of(guide, ties[guide.item]) for guide in guides], context, report)
    comparing = partial(report, "比对重复")
    result = examine_corpus(matters, context, comparing, guides, store.judgements(), memory=memory)
    memory.save()
    alone = store.single_findings([guide.item for guide in guides])
    by_item, by_unit = gathered(unsaid(result.findings, alone), matters)
    secret = store.secret_items()
    hidden = [matter for matter in matters if matter.item in secret]
    units = {matter.item: matter.unit for matter in matters} | {guide.item: guide.unit for guide in guides}
    by_item = without_secrets(by_item, units, hidden)
    by_unit = without_secrets(by_unit, {unit: unit for unit in by_unit}, hidden)
    whole = _by_file(store, of_units(matters, context), by_unit)
    store.replace_corpus(by_item, result.pairs, result.clusters, whole, mark, memory.standing)
    return ties


def _mark(store: Store, context: checks.Context) -> str:
    """What stands for all that matching depends on: submissions, lists, settings and words."""
    return digest(str(store.newest_submission()), context.fingerprint, context.words)


def _by_file(store: Store, *by_unit: Mapping[str, Sequence[Finding]]) -> dict[str, list[Finding]]:
    """What is said of units, at the file of each one's catalogue."""
    file = {each.unit: each.sha256 for each in store.submissions() if each.kind != GUIDES}
    found: dict[str, list[Finding]] = {}
    for part in by_unit:
        for unit, some in part.items():
            found.setdefault(file[unit], []).extend(some)
    return found


def _item(found: Tied) -> str | None:
    return found.matter.item if found.matter else None


def _check_guides(store: Store, works: Sequence[GuideWork], context: checks.Context, report: Report) -> None:
    """Check the guides that were not checked yet, or not beside the row that they have now."""
    checked = store.guides_checked()
    stamps = {work.entry.item: digest(context.fingerprint, work.digest) for work in works}
    due = [work for work in works if checked.get(work.entry.item) != stamps[work.entry.item]]
    if not due:
        return
    outcomes = {}
    for done, outcome in enumerate(check_guides(due, context, cores()), start=1):
        outcomes[due[done - 1].entry.item] = outcome
        report("检查指南", done, len(due))
    store.keep_guide_checks(
        {work.entry.item: stamps[work.entry.item] for work in due},
        {item: outcome.findings for item, outcome in outcomes.items()},
        {item: outcome.not_checked for item, outcome in outcomes.items()},
    )


def _asked(line: IntakeLine, ties: Mapping[str, Tied]) -> list[Problem]:
    """What a person has to say or know about the ties of a file's guides, each once."""
    asked = dict.fromkeys(ties[item].question for item in line.guide_items if item in ties)
    return [Problem(question, Path(line.file).name) for question in asked if question]
