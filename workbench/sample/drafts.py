"""What a unit may submit: main items with their sub-items, before they are chosen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbench.records import ITEM_TYPES, CatalogueKind, Unit, UnitKind
from workbench.sample.cities import City, cities, city_provisions
from workbench.sample.names import expanded, services, variants
from workbench.sample.statutes import Provision, provisions
from workbench.sample.vocabulary import Line, table

PUBLIC_SERVICE = ITEM_TYPES[-1]
LEVEL_NAMES = {"省": "省级", "市": "市级", "县": "县级"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A main item; ``variants`` are its sub-items, ``levels`` the letters of the levels that exercise it."""

    name: str
    item_type: str
    provisions: tuple[Provision, ...]
    levels: str
    variants: tuple[str, ...] = ()
    agency: str = ""

    @property
    def size(self) -> int:
        """Rows that it takes."""
        return max(1, len(self.variants))


@dataclass(frozen=True, slots=True)
class Office:
    """The bodies of one department at the three levels, and the letters of its documents' numbers."""

    province: str
    city: str
    county: str
    number: str

    def levels(self, letters: str) -> str:
        """``省市`` -> 省级：省水利厅；市级：市水利局."""
        bodies = {"省": self.province, "市": self.city, "县": self.county}
        return "；".join(f"{LEVEL_NAMES[letter]}：{bodies[letter]}" for letter in letters)


def kind_of(unit: Unit) -> CatalogueKind:
    """The catalogue that the unit submits."""
    return CatalogueKind.PROVINCIAL if unit.kind is UnitKind.DEPARTMENT else CatalogueKind.CITY


def office(unit: Unit, draft: Draft | None = None) -> Office:
    """The bodies of a department, or of the city bureau that a draft names."""
    if unit.kind is UnitKind.CITY:
        bureau = draft.agency if draft else ""
        return Office("", f"市{bureau}", f"县（市、区）{bureau}", cities()[unit.name].number)
    line = _offices()[unit.name]
    standard = re.sub(r"（[^）]*）$", "", unit.full_name).removeprefix("辽宁")
    return Office(standard, line["city"], line["county"], line["number"])


def drafts(unit: Unit) -> tuple[Draft, ...]:
    """All that the tables hold for the unit, in their order, and for departments the services around it."""
    if unit.kind is UnitKind.CITY:
        return _city_drafts(cities()[unit.name])
    lines = [line for line in table(f"matters/group{unit.group}") if line["unit"] == unit.name]
    found: dict[str, Draft] = {}
    for draft in (*_listed(lines), *_services(lines)):
        found.setdefault(draft.name, draft)
    return tuple(found.values())


def _listed(lines: list[Line]) -> Iterator[Draft]:
    for line in lines:
        for name in expanded(line["name"]):
            subs = variants(name, line["variants"])
            yield Draft(name, line["item_type"], provisions(line["basis"]), line["levels"], subs)


def _services(lines: list[Line]) -> Iterator[Draft]:
    for line in lines:
        for name in expanded(line["name"]):
            for service, subs in services(line["item_type"], name, line["variants"]):
                yield Draft(service, PUBLIC_SERVICE, provisions(line["basis"]), line["levels"], subs)


@cache
def _city_drafts(city: City) -> tuple[Draft, ...]:
    return tuple(
        Draft(name, line["item_type"], cited, line["levels"], variants(name, line["variants"]), line["agency"])
        for line in table("matters/cities")
        if (cited := city_provisions(city, line["basis"])) is not None
        for name in expanded(line["name"])
    )


@cache
def _offices() -> dict[str, Line]:
    return {line["unit"]: line for line in table("agencies")}
