"""Ties each guide to the row of its unit's catalogue that it is about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench import matching
from workbench.records import GuideEntry, Matter, Relation, Relink, Tie
from workbench.records.tidy import bare, fold
from workbench.review.corpus import named, named_guide

_ASKS = (
    "请核对事项名称和基本编码；确有对应的，请执行“workbench relink {item} 目录事项编号 --as 用户 --reason 理由”指明。"
)


@dataclass(frozen=True, slots=True)
class Tied:
    """A guide's catalogue row and what tells it; without one, ``question`` says in Chinese what a person can do."""

    matter: Matter | None = None
    tie: Tie | None = None
    question: str = ""


def tied(guides: Sequence[GuideEntry], matters: Iterable[Matter], words: Iterable[Relink]) -> dict[str, Tied]:
    """Each guide's tie, by item: a person's word, else code and name, else the one row that is the same matter."""
    said = {word.item: word.target for word in words if not (word.target or "").startswith("G-")}
    by_unit: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        by_unit[matter.unit].append(matter)
    found: dict[str, Tied] = {}
    for unit, mine in _units(guides).items():
        rows = _Rows(by_unit[unit])
        for guide in mine:
            found[guide.item] = rows.said(guide, said) or rows.named(guide)
        _propose(found, [guide for guide in mine if found[guide.item].tie is None], by_unit[unit])
    return found


def _units(guides: Sequence[GuideEntry]) -> Mapping[str, list[GuideEntry]]:
    by_unit: dict[str, list[GuideEntry]] = defaultdict(list)
    for guide in guides:
        by_unit[guide.unit].append(guide)
    return by_unit


class _Rows:
    """The rows of one unit, by the names and codes that a guide may bear."""

    def __init__(self, matters: Sequence[Matter]) -> None:
        self.by_item = {matter.item: matter for matter in matters}
        self.by_name: dict[str, list[Matter]] = defaultdict(list)
        self.by_code: dict[str, list[Matter]] = defaultdict(list)
        for matter in matters:
            for name in _names(matter):
                self.by_name[name].append(matter)
            if matter.row.seq:
                self.by_code[fold(matter.row.seq)].append(matter)

    def said(self, guide: GuideEntry, words: Mapping[str, str | None]) -> Tied | None:
        """What a person said, while the row is there."""
        if guide.item not in words:
            return None
        target = words[guide.item]
        if target is None:
            return Tied(None, Tie.PERSON)
        return Tied(self.by_item[target], Tie.PERSON) if target in self.by_item else None

    def named(self, guide: GuideEntry) -> Tied:
        """The row of the guide's code and name, or of its name alone, or of its code where the names can be one."""
        code = fold(guide.guide.text("基本编码") or "")
        rows = self.by_name.get(bare(guide.guide.name), [])
        coded = self.by_code.get(code, []) if code else []
        both = [matter for matter in rows if matter in coded]
        if both and _one_item(both):
            return Tied(both[0], Tie.CODE)
        if rows:
            return Tied(rows[0], Tie.NAME) if _one_item(rows) else Tied(question=_several(guide, rows))
        near = [m for m in coded if matching.compare(named_guide(guide), named(m)).relation is not Relation.DIFFERENT]
        return Tied(near[0], Tie.CODE) if len(near) == 1 else Tied()


def _names(matter: Matter) -> set[str]:
    """Main item and sub-item read together, or one of them alone."""
    main, sub = bare(matter.row.item_name or ""), bare(matter.row.sub_item_name or "")
    return {main + sub, main, sub} - {""}


def _one_item(rows: Sequence[Matter]) -> bool:
    """Whether the rows are one matter in several catalogues, or the sub-items of one main item that share a guide."""
    return len({bare(matter.row.item_name or "") for matter in rows}) == 1


def _propose(found: dict[str, Tied], guides: Sequence[GuideEntry], matters: Sequence[Matter]) -> None:
    """The one row that matching takes for the same matter, for a person to confirm; else the question."""
    asked = [guide for guide in guides if not found[guide.item].question]
    alike: dict[int, list[Matter]] = defaultdict(list)
    for a, b, comparison in matching.suspects([*map(named_guide, asked), *map(named, matters)]) if asked else ():
        if a < len(asked) <= b and comparison.relation is Relation.SAME:
            alike[a].append(matters[b - len(asked)])
    for at, guide in enumerate(asked):
        rows = alike[at]
        if rows and _one_item(rows):
            found[guide.item] = Tied(rows[0], Tie.LIKENESS)
        else:
            question = _several(guide, rows) if rows else _none(guide, has_catalogue=bool(matters))
            found[guide.item] = Tied(question=question)


def _where(guide: GuideEntry) -> str:
    return f"{guide.place.file}“{guide.place.sheet}”{guide.place.cell}：办事指南“{guide.guide.name}”"


def _several(guide: GuideEntry, rows: Sequence[Matter]) -> str:
    listed = "、".join(f"{matter.row.full_name}（{matter.item}）" for matter in rows[:5])
    return f"{_where(guide)}与{guide.unit}目录中的 {len(rows)} 个事项都可能对应：{listed}。" + _ASKS.format(
        item=guide.item
    )


def _none(guide: GuideEntry, *, has_catalogue: bool) -> str:
    if not has_catalogue:
        return f"{guide.place.file}：尚未收到{guide.unit}的目录，其中的办事指南在收到目录后自动对应。"
    return f"{_where(guide)}在{guide.unit}目录中没有对应事项。" + _ASKS.format(item=guide.item)
