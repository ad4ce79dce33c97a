"""Runs the checks on single guides, each beside its catalogue row, on every core."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from workbench import checks, citations
from workbench.matching.engine import LOCAL, Engine
from workbench.records import Finding, GuideEntry, Row, Severity, Tie
from workbench.review.corpus import placed
from workbench.review.identity import digest
from workbench.review.knowing import knowing
from workbench.review.ties import Tied

#: Fewer guides than this are not worth a process.
_FEW = 64
_CHUNK = 32


@dataclass(frozen=True, slots=True)
class GuideWork:
    """A guide with its catalogue row; ``sure`` is False where the row is only proposed."""

    entry: GuideEntry
    row: Row | None = None
    sure: bool = True

    @classmethod
    def of(cls, entry: GuideEntry, tied: Tied) -> "GuideWork":
        """The guide beside the row that it is tied to."""
        return cls(entry, tied.matter.row if tied.matter else None, tied.tie is not Tie.LIKENESS)

    @property
    def digest(self) -> str:
        """Stands for what the checks have beside the guide: they run anew when it changes."""
        return digest(repr(self.row), str(self.sure)) if self.row else ""


def check_guides(
    works: Sequence[GuideWork], context: checks.Context, cores: int, engine: Engine = LOCAL
) -> Iterator[checks.Outcome]:
    """What the rules on single guides say of each, in their order; on this machine's cores, or where the engine is."""
    if engine is not LOCAL:
        some = (works[at : at + _CHUNK] for at in range(0, len(works), _CHUNK))
        yield from chain.from_iterable(engine.map(knowing(partial(_check_some, context=context)), some))
        return
    work = knowing(partial(check_guide, context=context))
    if len(works) < _FEW or cores < 2:  # noqa: PLR2004 - one core has no second
        yield from map(work, works)
        return
    with ProcessPoolExecutor(max_workers=cores) as pool:
        yield from pool.map(work, works, chunksize=_CHUNK)


def _check_some(works: Sequence[GuideWork], context: checks.Context) -> list[checks.Outcome]:
    return [check_guide(work, context) for work in works]


def check_guide(work: GuideWork, context: checks.Context) -> checks.Outcome:
    """What the rules on single guides say; what rests on a row that is only proposed is left to a person."""
    outcome = checks.run(_item(work), context, scopes=("guide",))
    if work.sure or work.row is None:
        return outcome
    alone = set(checks.run(_item(replace(work, row=None)), context, scopes=("guide",)).findings)
    return replace(outcome, findings=tuple(each if each in alone else _doubted(each) for each in outcome.findings))


def _doubted(finding: Finding) -> Finding:
    """存疑 in place of 违规: the row is not sure."""
    return replace(finding, severity=Severity.DOUBT) if finding.severity is Severity.VIOLATION else finding


def _item(work: GuideWork) -> checks.Item:
    entry, row = work.entry, work.row
    guide = placed(entry)
    if row is not None:
        guide = replace(guide, catalogue=row.catalogue or guide.catalogue, remarks=guide.remarks or row.remarks)
    basis = row.legal_basis if row else None
    return checks.Item(
        id=entry.item,
        row=row,
        guide=guide,
        catalogue_basis=tuple(each.title for each in citations.parse(basis)) if basis else None,
        elements_present=entry.order or None,
        catalogue=guide.catalogue,
        org=entry.unit,
    )
