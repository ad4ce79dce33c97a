"""The 14 cities and the documents that they make.

Titles follow what cities of the province really regulate; dates and numbers are test data in realistic form.
"""

from dataclasses import dataclass
from functools import cache
from random import Random

from workbench.sample.statutes import Provision, Statute, chinese, numbered, parsed
from workbench.sample.vocabulary import table, words

_LABELS = {"法规": "地方性法规", "规章": "规章", "文件": "规范性文件"}
#: The provincial congress of 2013 to 2018 met about every 46 days.
_SESSIONS_A_MONTH = 0.65
_LAST_DAY = 28


@dataclass(frozen=True, slots=True)
class City:
    """A city: the letters of its documents' numbers, its congress's number and its counties."""

    name: str
    number: str
    congress: str
    counties: tuple[str, ...]


@cache
def cities() -> dict[str, City]:
    """The cities by name."""
    return {
        line["city"]: City(line["city"], line["number"], line["congress"], words(line["counties"]))
        for line in table("cities")
    }


@cache
def places() -> tuple[str, ...]:
    """The 100 counties and districts of the province, with their city."""
    return tuple(city.name + county for city in cities().values() for county in city.counties)


@cache
def documents(city: City) -> dict[str, Statute]:
    """The city's own documents by code."""
    return {
        line["code"]: document(city, line["kind"], line["title"].format(市=city.name))
        for line in table("city_statutes")
        if not line["cities"] or city.name in line["cities"].split("、")
    }


def document(city: City, kind: str, title: str) -> Statute:
    """A document of the city with a date and number of its own, always the same."""
    chance = Random(f"{city.name}{title}")  # noqa: S311 - sample data
    year, month, day = chance.randint(2013, 2016), chance.randint(1, 10), chance.randint(1, _LAST_DAY)
    number = chance.randint(3, 40)
    date = f"{year}年{month}月{day}日"
    if kind == "法规":
        approval = max(1, round(((year - 2013) * 12 + month + 2) * _SESSIONS_A_MONTH))
        note = (
            f"{city.name}第{city.congress}届人民代表大会常务委员会第{chinese(number)}次会议于{date}审议通过，"
            f"{year}年{month + 2}月{day}日辽宁省第十二届人民代表大会常务委员会第{chinese(approval)}次会议批准"
        )
    elif kind == "规章":
        note = f"{date}{city.name}人民政府令第{number + 20}号"
    else:
        note = f"{city.number}〔{year}〕{number}号"
    return Statute(_LABELS[kind], title, note)


def city_provisions(city: City, basis: str) -> tuple[Provision, ...] | None:
    """What a table's cell cites of the city's own documents; None where the city has not made them."""
    own = documents(city)
    if any(code not in own for code, _ in parsed(basis)):
        return None
    return tuple(
        Provision(own[code], tuple((numbered(at), _articles()[code, at]) for at in ats)) for code, ats in parsed(basis)
    )


@cache
def _articles() -> dict[tuple[str, str], str]:
    return {(line["code"], line["article"]): line["text"] for line in table("city_articles")}
