"""What a decision is about, of the current round: a matter, a guide or a part of one, a pair or cluster of matters."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, union_all

from workbench.records import Finding, Part, is_part, part_named, whole
from workbench.store import events, findings
from workbench.store import guides as forms
from workbench.store.corpus_tables import clusters, pairs
from workbench.store.refusals import Refused
from workbench.store.tables import guides, matters, submissions


@dataclass(frozen=True, slots=True)
class Subject:
    """An item that can be decided; ``places`` are unit, kind and submission of all that it concerns.

    ``part`` is the part of a guide, where it is one.
    """

    item: str
    places: tuple[tuple[str, str, int], ...]
    part: Part | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """The units that it concerns, each once."""
        return tuple(dict.fromkeys(unit for unit, _, _ in self.places))

    @property
    def submissions(self) -> tuple[int, ...]:
        """The submissions that it concerns, each once."""
        return tuple({number for _, _, number in self.places})


def find(connection: Connection, item: str) -> Subject:
    """Look an item up.

    Raises:
        Refused: there is none, or it is not part of a current submission any more.
    """
    meant = members(connection, item)
    listed = select(matters.c.unit, matters.c.kind, matters.c.submission).join(
        submissions, submissions.c.id == matters.c.submission
    )
    forms = select(guides.c.unit, guides.c.kind, guides.c.submission).where(guides.c.current, guides.c.item.in_(meant))
    query = union_all(listed.where(submissions.c.current, matters.c.item.in_(meant)), forms)
    rows = connection.execute(query).all()
    if not rows or len(rows) < len(meant):
        raise Refused(
            f"编号“{item}”不在当前轮次的报送中，结论没有写入。"
            "请核对编号；若该单位刚重新报送，请刷新后在新一轮中查找该事项。"
        )
    part = _part(connection, item)
    places = tuple(dict.fromkeys((row.unit, row.kind, row.submission) for row in rows))
    return Subject(part.item if part else item, places, part)


def _part(connection: Connection, item: str) -> Part | None:
    """The part of a current guide that the id names; None for an item that is no part.

    Raises:
        Refused: the guide has no such element or material.
    """
    if not is_part(item):
        return None
    found = part_named(item, forms.rounds_of(connection, whole(item))[0].guide)
    if found is None:
        raise Refused(
            f"该办事指南没有“{item.removeprefix(whole(item))[1:]}”这项要素或材料，结论没有写入。"
            "要素请用表上印的名称；材料请刷新后重新选择。"
        )
    return found


def open_findings(connection: Connection, subject: Subject) -> list[Finding]:
    """The findings on the subject; of a guide without those that a verdict on the part itself overruled."""
    guide = whole(subject.item)
    found = findings.by_item(connection, [guide]).get(guide, [])
    if subject.part is not None:
        return [each for each in found if _is_at(each, subject.part)]
    overruled = [(part, rules) for part, rules in _overruled(connection, subject) if rules]
    return [each for each in found if not any(_is_at(each, part) and each.rule in rules for part, rules in overruled)]


def _overruled(connection: Connection, subject: Subject) -> list[tuple[Part, set[str]]]:
    """The parts of a guide that have verdicts, with the rules that these overruled."""
    standing = events.standing_on_parts(connection, subject.item)
    if not standing:
        return []
    guide = forms.rounds_of(connection, subject.item)[0].guide
    named = [(part_named(item, guide), event) for item, event in standing.items()]
    return [(part, {a.rule for a in event.answers if not a.upheld}) for part, event in named if part is not None]


def _is_at(finding: Finding, part: Part) -> bool:
    """Whether a finding is about the part; one on a single material is not about the element 申请材料 as a whole."""
    if part.material is not None or finding.material is not None:
        return finding.material == part.material
    return finding.field == part.element


def members(connection: Connection, item: str) -> list[str]:
    """The items that an id stands for: the matters of a pair (P-) or cluster (C-), the guide of a part, else itself."""
    if item.startswith("P-"):
        row = connection.execute(select(pairs.c.a, pairs.c.b).where(pairs.c.pair == item)).first()
        return [] if row is None else list(row)
    if item.startswith("C-"):
        return list(connection.scalars(select(clusters.c.item).where(clusters.c.cluster == item)))
    return [whole(item)]
