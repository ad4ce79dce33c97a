"""The roster: groups, their units and the users, looked up by any name a workbook may print."""

from dataclasses import dataclass
from functools import cached_property

from workbench.records import Group, Reviewer, Unit, UnitKind
from workbench.records.tidy import fold

#: What a text may print before 省农委, and before 沈阳市.
_PREFIXES = ("", "辽宁", "辽宁省")


@dataclass(frozen=True)
class Assignments:
    """Who reviews what."""

    groups: tuple[Group, ...]
    units: tuple[Unit, ...]
    reviewers: tuple[Reviewer, ...]

    def unit(self, name: str) -> Unit | None:
        """The unit with this short name, full name or alias, after folding width and blanks; None: in no group.

        Also with the province before it: 辽宁省农委, 辽宁省沈阳市.
        """
        folded = fold(name)
        known = (self._by_name.get(folded.removeprefix(prefix)) for prefix in _PREFIXES)
        return next((unit for unit in known if unit), None)

    def unit_in(self, text: str) -> Unit | None:
        """The unit that a title or file name speaks of: the longest of its names found in the text.

        None where no unit or more than one is named by a name of that length.
        """
        folded = fold(text)
        found = [name for name in self._by_name if len(name) > 1 and name in folded]
        longest = max(map(len, found), default=0)
        units = {self._by_name[name].name: self._by_name[name] for name in found if len(name) == longest}
        return next(iter(units.values())) if len(units) == 1 else None

    def reviewer(self, user: str) -> Reviewer | None:
        """The user of this name."""
        return self._by_user.get(user)

    def units_of(self, group: int) -> tuple[Unit, ...]:
        """The units of a group, departments first, in the order of the roster."""
        return tuple(unit for unit in self.units if unit.group == group)

    def group(self, number: int) -> Group | None:
        """The group of this number."""
        return next((group for group in self.groups if group.number == number), None)

    def full_names(self) -> dict[str, str]:
        """Every name of a unit -> its standard full name (附件1 3.3.6)."""
        return {name: unit.full_name for unit in self.units for name in names_of(unit)}

    @cached_property
    def _by_name(self) -> dict[str, Unit]:
        """Folded names; a department's short form without 省 is ambiguous with a city's, so cities come last."""
        ordered = sorted(self.units, key=lambda unit: unit.kind is UnitKind.CITY)
        return {fold(name): unit for unit in ordered for name in names_of(unit)}

    @cached_property
    def _by_user(self) -> dict[str, Reviewer]:
        return {reviewer.user: reviewer for reviewer in self.reviewers}


def names_of(unit: Unit) -> tuple[str, ...]:
    """Short name, full name and aliases of a unit, each once."""
    return tuple(dict.fromkeys((unit.name, unit.full_name, *unit.aliases)))
