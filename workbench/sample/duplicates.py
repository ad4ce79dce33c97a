"""Matters that are planted twice: in two departments, in one catalogue, and in 省目录 and 市设目录."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from random import Random
from typing import TypeVar

from workbench.records import ITEM_TYPES, Unit, UnitKind
from workbench.sample.cities import cities, document
from workbench.sample.drafts import PUBLIC_SERVICE, Draft, office
from workbench.sample.names import reworded
from workbench.sample.plan import Pick
from workbench.sample.statutes import Provision
from workbench.sample.vocabulary import table

_T = TypeVar("_T")
LEVY = ITEM_TYPES[1]
#: Sub-items that a copy takes along.
_SUB_ITEMS = 2
Plans = Mapping[str, list[Pick]]


@dataclass(frozen=True, slots=True)
class Copy:
    """A main item of a unit that repeats a matter of ``source``, row by row in the order of ``source_names``."""

    rule: str
    detail: str
    draft: Draft
    source: Unit
    source_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies by unit, and the matters (unit, name) that they repeat and that must stay as they are."""

    by_unit: Mapping[str, Sequence[Copy]]
    repeated: frozenset[tuple[str, str]]


class _Planner:
    """Takes matters of one unit and gives them to another, row for row; each way returns the rows it planted."""

    def __init__(self, units: Sequence[Unit], plans: Plans, seed: int) -> None:
        self.units = {unit.name: unit for unit in units}
        self.plans = plans
        self.chance = Random(f"{seed}:copies")  # noqa: S311 - sample data
        self.copies: dict[str, list[Copy]] = {unit.name: [] for unit in units}
        self.repeated: set[tuple[str, str]] = set()
        related = [(line["unit"], line["other"]) for line in table("related")]
        self.pairs = [(a, b) for a, b in related if {a, b} <= self.units.keys()]

    def within_a_group(self) -> int:
        return self._between(same_group=True, reword=False)

    def across_groups(self) -> int:
        return self._between(same_group=False, reword=False)

    def in_other_words(self) -> int:
        return self._between(same_group=None, reword=True)

    def in_one_catalogue(self) -> int:
        departments = [name for name, unit in self.units.items() if unit.kind is UnitKind.DEPARTMENT]
        for name in self._shuffled(departments):
            for pick in self._singles(name):
                copy = Copy("DUP-SELF", "同一目录内重复列入", pick.draft, self.units[name], (pick.name,))
                return self._take(name, pick, copy)
        return 0

    def in_a_city(self) -> int:
        city = self.chance.choice([name for name, unit in self.units.items() if unit.kind is UnitKind.CITY])
        for source in self._shuffled(sorted({name for pair in self.pairs for name in pair})):
            for pick in self._singles(source):
                if pick.draft.item_type == PUBLIC_SERVICE:
                    draft = _as_city_matter(pick.draft, self.units[source], city)
                    copy = Copy("DUP-PROV-CITY", "市设目录重复省目录事项", draft, self.units[source], (pick.name,))
                    return self._take(city, pick, copy)
        return 0

    def _between(self, *, same_group: bool | None, reword: bool) -> int:
        for source, target in self._shuffled(self.pairs):
            alike = self.units[source].group == self.units[target].group
            if same_group is not None and alike is not same_group:
                continue
            for pick in self._repeatable(source):
                subs = pick.subs[:_SUB_ITEMS]
                name = reworded(pick.name) if reword else pick.name
                detail = f"两个部门重复列入（{'同组' if alike else '跨组'}，{'换了说法' if reword else '名称相同'}）"
                draft = replace(pick.draft, name=name, variants=subs)
                names = tuple(f"{pick.name}（{sub}）" for sub in subs) or (pick.name,)
                return self._take(target, pick, Copy("DUP-REGION", detail, draft, self.units[source], names))
        return 0

    def _singles(self, unit: str) -> list[Pick]:
        """Matters of one row that nothing repeats yet, in random order."""
        return [pick for pick in self._free(unit) if not pick.draft.variants]

    def _repeatable(self, unit: str) -> list[Pick]:
        """Matters that can be repeated, services last. The few levies are left for faults in their names."""
        free = [
            pick for pick in self._free(unit) if (pick.subs or not pick.draft.variants) and pick.draft.item_type != LEVY
        ]
        return sorted(free, key=lambda pick: pick.draft.item_type == PUBLIC_SERVICE)

    def _free(self, unit: str) -> list[Pick]:
        return self._shuffled([pick for pick in self.plans[unit] if (unit, pick.name) not in self.repeated])

    def _take(self, target: str, pick: Pick, copy: Copy) -> int:
        repeated = (copy.source.name, pick.name)
        self.repeated.add(repeated)
        if not self._give_up(target, copy.draft.size):
            self.repeated.discard(repeated)
            return 0
        self.copies[target].append(copy)
        return copy.draft.size

    def _give_up(self, unit: str, rows: int) -> bool:
        """Make room for the copy: the last matters that may go give up so many rows; False: there are not enough."""
        plan = self.plans[unit]
        may_go = [at for at, pick in enumerate(plan) if (unit, pick.name) not in self.repeated]
        if sum(plan[at].rows for at in may_go) < rows:
            return False
        for at in reversed(may_go):
            left = max(0, plan[at].rows - rows)
            rows -= plan[at].rows - left
            plan[at : at + 1] = [replace(plan[at], rows=left)] if left else []
            if not rows:
                break
        return True

    def _shuffled(self, items: Sequence[_T]) -> list[_T]:
        return self.chance.sample(items, len(items))


def planted_copies(units: Sequence[Unit], plans: Plans, count: int, seed: int) -> Copies:
    """Plant copies of about ``count`` rows, one kind after the other; the plans give up as many rows."""
    planner = _Planner(units, plans, seed)
    kinds = (
        planner.within_a_group,
        planner.across_groups,
        planner.in_other_words,
        planner.in_a_city,
        planner.in_one_catalogue,
    )
    done = failed = 0
    for plant in cycle(kinds):
        if done >= count or failed == len(kinds):
            break
        rows = plant()
        done, failed = (done + rows, 0) if rows else (done, failed + 1)
    return Copies(planner.copies, frozenset(planner.repeated))


def _as_city_matter(draft: Draft, source: Unit, city_name: str) -> Draft:
    """The same matter on a document of the city's own."""
    city = cities()[city_name]
    title = f"{city_name}人民政府关于进一步做好{draft.name}工作的意见"
    text = f"市有关部门应当公开{draft.name}的条件和程序，方便群众办理。"
    provision = Provision(document(city, "文件", title), (("二、（一）", text),))
    bureau = office(source).city.removeprefix("市")
    return replace(draft, provisions=(provision,), levels="市", agency=bureau)
