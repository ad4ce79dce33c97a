"""Says in words what was decided on each row and guide of a submission, for its returns workbook."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import chain

from workbench import workbooks
from workbench.assignments import Assignments
from workbench.records import (
    BEIJING,
    HIDDEN,
    MATERIAL_FIELDS,
    MATERIALS,
    RELATION_NAMES,
    VERDICTS,
    Event,
    Finding,
    GuideEntry,
    Matter,
    NotChecked,
    Pair,
    Part,
    Submission,
    in_beijing,
    material_field,
    parts_of,
)
from workbench.review.last_round import last_round
from workbench.review.shown_opinions import shown
from workbench.review.twin_verdicts import verdicts_on_pairs
from workbench.store import Store


class Teller:
    """Tells of one submission after another; what is known of pairs is looked up once for all of them."""

    def __init__(self, store: Store, assignments: Assignments) -> None:
        """For the submissions of a store."""
        self.store, self.assignments = store, assignments

    def tell(self, submission: Submission) -> workbooks.ReturnsContent:
        """What the submission's returns workbook says, with the number of the last event that it shows."""
        store, event = self.store, self._pairs_upto
        matters = self._matters.get((submission.unit, submission.kind), [])
        guides = store.guides_in(submission.sha256)
        items = [matter.item for matter in matters] + [guide.item for guide in guides]
        findings, not_checked = store.findings(items), store.not_checked(items)
        group_name = self.group_name(submission)
        items += [part.item for guide in guides for part in parts_of(guide.item, guide.guide)]
        told = _Decided(self, store.states(items), group_name)
        rows = [told.matter(each, findings.get(each.item, ())) for each in matters]
        return workbooks.ReturnsContent(
            unit=submission.unit,
            kind=submission.kind,
            round=submission.round,
            group_name=group_name,
            event=event,
            sha256=submission.sha256,
            generated_at=f"{datetime.now(BEIJING):%Y-%m-%d %H:%M}",
            rows=(*rows, *(told.guide(each, findings.get(each.item, ())) for each in guides)),
            not_checked=tuple(_unchecked(not_checked.values())),
            sheet_findings=tuple(_returned(each, None, {}) for each in store.sheet_findings(submission.sha256)),
            last_round=tuple(last_round(store, submission, matters, guides)),
        )

    def duplicates(self, item: str) -> str:
        """The matters suspected to be like one, with what was decided on each pair."""
        return "\n".join(filter(None, (self._duplicate(pair, item) for pair in self._pairs.get(item, ()))))

    def name(self, user: str) -> str:
        """A user's name for people."""
        reviewer = self.assignments.reviewer(user)
        return reviewer.name if reviewer else user

    def group_name(self, submission: Submission) -> str:
        """The name of the group that reviews the submission's unit."""
        unit = self.assignments.unit(submission.unit)
        group = self.assignments.group(unit.group) if unit else None
        return group.name if group else "未分派"

    def _duplicate(self, pair: Pair, item: str) -> str:
        other = self._by_item.get(pair.b if pair.a == item else pair.a)
        if other is None:
            return ""
        event = self._pair_states[1].get(pair.pair)
        decided = f"，已定：{VERDICTS[event.verdict]}" if event and event.verdict else ""
        lead = f"，牵头单位：{event.lead_unit}" if event and event.lead_unit else ""
        own = self._by_item.get(item)
        secret = other.item in self._secret and (own is None or own.unit != other.unit)
        name = HIDDEN if secret else f"“{other.row.full_name}”"
        return f"{other.unit}{name}（{RELATION_NAMES[pair.comparison.relation]}{decided}{lead}）"

    @cached_property
    def _secret(self) -> dict[str, str]:
        return self.store.secret_items()

    @cached_property
    def _by_item(self) -> dict[str, Matter]:
        return {matter.item: matter for matter in self.store.matters()}

    @cached_property
    def _matters(self) -> dict[tuple[str, str], list[Matter]]:
        found: dict[tuple[str, str], list[Matter]] = defaultdict(list)
        for matter in self._by_item.values():
            found[matter.unit, matter.kind].append(matter)
        return found

    @cached_property
    def _pairs(self) -> dict[str, list[Pair]]:
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.store.pairs():
            for item in {pair.a, pair.b}:
                found[item].append(pair)
        return found

    @property
    def _pairs_upto(self) -> int:
        """A workbook must not claim more than what is known of pairs here: they are looked up once, for all."""
        return self._pair_states[0]

    @cached_property
    def _pair_states(self) -> tuple[int, Mapping[str, Event]]:
        """The last event there was, and then what stands on each pair, be it by a verdict on its whole cluster."""
        upto = self.store.last_event()
        return upto, verdicts_on_pairs(self.store.pairs(), self.store.clusters(), self.store.states())


def _unchecked(all_lacking: Iterable[Sequence[NotChecked]]) -> Iterator[workbooks.NotCheckedRule]:
    counted = Counter(chain.from_iterable(all_lacking))
    for lacking, rows in counted.items():
        yield workbooks.NotCheckedRule(lacking.rule, "、".join(lacking.needs), rows)


class _Decided:
    """What was decided on the items of one submission."""

    def __init__(self, teller: Teller, states: Mapping[str, Event], group_name: str) -> None:
        self.teller, self.states, self.group_name = teller, states, group_name

    def matter(self, matter: Matter, findings: Sequence[Finding]) -> workbooks.ReturnedRow:
        """A catalogue row; its clauses are all that its findings break."""
        decided, answers = self._decided(matter.item)
        clauses = _clauses(findings, answers) if decided else ""
        told = [_returned(each, matter.cells.get(each.field, matter.place.cell), answers) for each in findings]
        place = matter.place
        return self._row(matter.item, place.sheet, place.cell, matter.row.full_name, decided, clauses, told)

    def guide(self, entry: GuideEntry, findings: Sequence[Finding]) -> workbooks.ReturnedRow:
        """A guide: the clauses stand at the elements and materials in which something was found."""
        decided, answers = self._decided(entry.item)
        at = [_place_of(entry, finding) for finding in findings]
        by_place: dict[tuple[str, str], list[Finding]] = defaultdict(list)
        for each, found in zip(at, findings, strict=True):
            by_place[each].append(found)
        told = [_returned(finding, cell, answers, sheet) for finding, (sheet, cell) in zip(findings, at, strict=True)]
        own = self._own_verdicts(entry)
        parts = [
            workbooks.ReturnedPart(
                *each, _clauses(by_place.get(each, ()), answers) if decided else "", **own.get(each, {})
            )
            for each in _places(entry)
        ]
        place = entry.place
        return self._row(entry.item, place.sheet, place.cell, entry.guide.name, decided, "", told, parts)

    def _own_verdicts(self, entry: GuideEntry) -> dict[tuple[str, str], dict[str, str]]:
        """What was decided on parts of a guide by themselves, by sheet and cell."""
        found = {}
        for part in parts_of(entry.item, entry.guide):
            event = self.states.get(part.item)
            if event is not None and event.verdict:
                found[_place_of_part(entry, part)] = {
                    "verdict": VERDICTS[event.verdict],
                    "shown_opinion": shown(event),
                    "group": self.group_name,
                    "reviewer": self.teller.name(event.by),
                    "at": _local(event.at),
                    "name": part.name,
                }
        return found

    def _decided(self, item: str) -> tuple[Event | None, dict[str, str]]:
        """The event that stands, where it is a verdict, and what it says against findings, by rule."""
        event = self.states.get(item)
        if event is None or not event.verdict:
            return None, {}
        return event, {a.rule: f"审核不采纳本条：{a.reason}" for a in event.answers if not a.upheld}

    def _row(
        self,
        item: str,
        sheet: str,
        cell: str,
        name: str,
        decided: Event | None,
        clauses: str,
        findings: Sequence[workbooks.ReturnedFinding],
        parts: Sequence[workbooks.ReturnedPart] = (),
    ) -> workbooks.ReturnedRow:
        return workbooks.ReturnedRow(
            item=item,
            sheet=sheet,
            cell=cell,
            name=name,
            verdict=VERDICTS[decided.verdict] if decided and decided.verdict else "",
            opinion=shown(decided) if decided else "",
            clauses=clauses,
            duplicates=self.teller.duplicates(item),
            group=self.group_name if decided else "",
            reviewer=self.teller.name(decided.by) if decided else "",
            at=_local(decided.at) if decided else "",
            findings=tuple(findings),
            parts=tuple(parts),
        )


def _place_of(entry: GuideEntry, finding: Finding) -> tuple[str, str]:
    """Sheet and cell of what a finding is about; the guide's first where the form has no such cell."""
    names = [finding.field]
    if finding.material is not None:
        sub = finding.field.removeprefix(f"{MATERIALS}.")
        names = [material_field(finding.material, sub), material_field(finding.material, "材料名称"), MATERIALS]
    cell = next((entry.cells[name] for name in names if name in entry.cells), entry.place.cell)
    return _split(cell, entry.place.sheet)


def _place_of_part(entry: GuideEntry, part: Part) -> tuple[str, str]:
    """Sheet and cell of a part; the guide's first where the form has no such cell."""
    names = (
        [part.element] if part.material is None else [material_field(part.material, name) for name in MATERIAL_FIELDS]
    )
    cell = next((entry.cells[name] for name in names if name in entry.cells), entry.place.cell)
    return _split(cell, entry.place.sheet)


def _places(entry: GuideEntry) -> list[tuple[str, str]]:
    """Sheet and cell of everything on the form, each once, 事项名称 first."""
    own = entry.place.sheet
    return list(dict.fromkeys([(own, entry.place.cell), *(_split(cell, own) for cell in entry.cells.values())]))


def _split(cell: str, own: str) -> tuple[str, str]:
    """Sheet and cell: only what stands on another sheet than 事项名称 names it."""
    sheet, _, at = cell.rpartition("!")
    return sheet or own, at


def _clauses(findings: Sequence[Finding], answers: Mapping[str, str]) -> str:
    return "；".join(dict.fromkeys(each.clause for each in findings if each.rule not in answers))


def _returned(
    finding: Finding, cell: str | None, answers: Mapping[str, str], sheet: str = ""
) -> workbooks.ReturnedFinding:
    answer = answers.get(finding.rule, "")
    return workbooks.ReturnedFinding(
        cell, finding.severity, finding.rule, finding.clause, finding.message, answer, sheet
    )


def _local(at: str) -> str:
    """An event's UTC time as the office's clock shows it."""
    return f"{in_beijing(at):%Y-%m-%d %H:%M}"
