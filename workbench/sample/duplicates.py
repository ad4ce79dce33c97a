"""Matters that are planted twice: in two departments, in one catalogue, and in 省目录 and 市设目录."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from random import Random
from typing import TypeVar

from workbench.records import Unit, UnitKind
from workbench.sample.cities import cities, document
from workbench.sample.drafts import PUBLIC_SERVICE, Draft, office
from workbench.sample.names import reworded
from workbench.sample.plan import Pick
from workbench.sample.statutes import Provision
from workbench.sample.vocabulary import table

_T = TypeVar("_T")
Plans = Mapping[str, list[Pick]]


@dataclass(frozen=True, slots=True)
class Copy:
    """A row of a unit that repeats a matter of ``source``."""

    rule: str
    detail: str
    draft: Draft
    source: Unit
    source_name: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies by unit, and the matters (unit, name) that they repeat and that must stay as they are."""

    by_unit: Mapping[str, Sequence[Copy]]
    repeated: frozenset[tuple[str, str]]


class _Planner:
    """Takes single-row matters of one unit and gives them to another, row for row."""

    def __init__(self, units: Sequence[Unit], plans: Plans, seed: int) -> None:
        self.units = {unit.name: unit for unit in units}
        self.plans = plans
        self.chance = Random(f"{seed}:copies")  # noqa: S311 - sample data
        self.copies: dict[str, list[Copy]] = {unit.name: [] for unit in units}
        self.repeated: set[tuple[str, str]] = set()
        related = [(line["unit"], line["other"]) for line in table("related")]
        self.pairs = [(a, b) for a, b in related if {a, b} <= self.units.keys()]

    def within_a_group(self) -> bool:
        return self._between(same_group=True, reword=False)

    def across_groups(self) -> bool:
        return self._between(same_group=False, reword=False)

    def in_other_words(self) -> bool:
        return self._between(same_group=None, reword=True)

    def in_one_catalogue(self) -> bool:
        departments = [name for name, unit in self.units.items() if unit.kind is UnitKind.DEPARTMENT]
        for name in self._shuffled(departments):
            for pick in self._singles(name):
                copy = Copy("DUP-SELF", "同一目录内重复列入", pick.draft, self.units[name], pick.name)
                return self._take(name, name, copy)
        return False

    def in_a_city(self) -> bool:
        city = self.chance.choice([name for name, unit in self.units.items() if unit.kind is UnitKind.CITY])
        for source in self._shuffled(sorted({name for pair in self.pairs for name in pair})):
            for pick in self._singles(source):
                if pick.draft.item_type == PUBLIC_SERVICE:
                    draft = _as_city_matter(pick.draft, self.units[source], city)
                    copy = Copy("DUP-PROV-CITY", "市设目录重复省目录事项", draft, self.units[source], pick.name)
                    return self._take(city, source, copy)
        return False

    def _between(self, *, same_group: bool | None, reword: bool) -> bool:
        for source, target in self._shuffled(self.pairs):
            alike = self.units[source].group == self.units[target].group
            if same_group is not None and alike is not same_group:
                continue
            for pick in self._singles(source):
                name = reworded(pick.name) if reword else pick.name
                where = "同组" if alike else "跨组"
                how = "换了说法" if reword else "名称相同"
                draft = replace(pick.draft, name=name)
                copy = Copy("DUP-REGION", f"两个部门重复列入（{where}，{how}）", draft, self.units[source], pick.name)
                return self._take(target, source, copy)
        return False

    def _singles(self, unit: str) -> Iterator[Pick]:
        """Matters of one row that nothing repeats yet, in random order."""
        free = [pick for pick in self.plans[unit] if not pick.draft.variants and (unit, pick.name) not in self.repeated]
        return iter(self._shuffled(free))

    def _take(self, target: str, source: str, copy: Copy) -> bool:
        self.repeated.add((source, copy.source_name))
        if not self._give_up_a_row(target):
            self.repeated.discard((source, copy.source_name))
            return False
        self.copies[target].append(copy)
        return True

    def _give_up_a_row(self, unit: str) -> bool:
        """Make room for the copy: the last matter that may go gives up one row."""
        plan = self.plans[unit]
        for at in range(len(plan) - 1, -1, -1):
            pick = plan[at]
            if (unit, pick.name) in self.repeated:
                continue
            plan[at : at + 1] = [replace(pick, rows=pick.rows - 1)] if pick.rows > 1 else []
            return True
        return False

    def _shuffled(self, items: Sequence[_T]) -> list[_T]:
        return self.chance.sample(items, len(items))


def planted_copies(units: Sequence[Unit], plans: Plans, count: int, seed: int) -> Copies:
    """Plant ``count`` copies, one kind after the other; the plans give up as many rows."""
    planner = _Planner(units, plans, seed)
    kinds = (
        planner.within_a_group,
        planner.across_groups,
        planner.in_other_words,
        planner.in_a_city,
        planner.in_one_catalogue,
    )
    tries = cycle(kinds)
    done = failed = 0
    while done < count and failed < len(kinds):
        planted = next(tries)()
        done, failed = (done + 1, 0) if planted else (done, failed + 1)
    return Copies(planner.copies, frozenset(planner.repeated))


def _as_city_matter(draft: Draft, source: Unit, city_name: str) -> Draft:
    """The same matter on a document of the city's own."""
    city = cities()[city_name]
    title = f"{city_name}人民政府关于进一步做好{draft.name}工作的意见"
    text = f"市有关部门应当公开{draft.name}的条件和程序，方便群众办理。"
    provision = Provision(document(city, "文件", title), (("二、（一）", text),))
    bureau = office(source).city.removeprefix("市")
    return replace(draft, provisions=(provision,), levels="市", agency=bureau)
