"""Writes the generated pairs of ``pairs.csv`` anew: rewordings, stages, lists and neighbours from the sample's vocabulary.

    python benchmarks/quality/generated.py

The pairs that people wrote (sources ``written``, ``departments`` and ``fresh``) stay as they are.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from rapidfuzz import fuzz

from workbench.assignments import default_text, parse
from workbench.sample.drafts import Draft, drafts
from workbench.sample.names import reworded
from workbench.sample.statutes import cell

PAIRS = Path(__file__).with_name("pairs.csv")
COLUMNS = ("source", "name_a", "org_a", "basis_a", "name_b", "org_b", "basis_b", "relation")
_BY_HAND = {"written", "departments", "fresh"}
_EACH = 90
_NEAR, _FAR = 55, 90
_STAGES = ("变更", "延续", "注销", "补办")
#: A title and the first article under it.
_CITED = re.compile(r"(《[^》]+》)[^《]*?(第[一二三四五六七八九十百零]+条)")
Row = tuple[str, ...]


def main() -> None:
    """Keeps what was written by hand and writes the rest anew."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        kept = [tuple(row.values()) for row in csv.DictReader(file) if row["source"] in _BY_HAND]
    chance = Random(5)
    own = {unit.name: drafts(unit) for unit in parse(default_text()).units}
    made = [row for make in (_rewordings, _stages, _neighbours, _lists) for row in make(own, chance)]
    with PAIRS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([COLUMNS, *kept, *made])


def _basis(draft: Draft) -> str:
    """Titles and articles of a draft's basis, without the articles' text."""
    return "；".join(f"{title}{article}" for title, article in _CITED.findall(cell(draft.provisions)))


def _all(own: dict[str, tuple[Draft, ...]], chance: Random) -> list[tuple[str, Draft]]:
    chosen = [(unit, draft) for unit, of in own.items() for draft in of]
    chance.shuffle(chosen)
    return chosen


def _rewordings(own: dict[str, tuple[Draft, ...]], chance: Random) -> Iterator[Row]:
    """One matter as two units word it."""
    units = sorted(own)
    told = ((unit, draft, reworded(draft.name)) for unit, draft in _all(own, chance))
    for _, (unit, draft, other) in zip(range(_EACH), (each for each in told if each[2] != each[1].name), strict=False):
        second = chance.choice([name for name in units if name != unit])
        basis = _basis(draft) if chance.choice((True, False)) else ""
        yield "rewordings", draft.name, unit, basis, other, second, basis, "same"


def _stages(own: dict[str, tuple[Draft, ...]], chance: Random) -> Iterator[Row]:
    """Two stages of one permit, or the whole permit and one stage."""
    permits = [(unit, draft) for unit, draft in _all(own, chance) if draft.name.endswith(("许可", "许可证核发"))]
    for unit, draft in permits[:_EACH]:
        stem = draft.name.removesuffix("核发").removesuffix("证")
        one, two = chance.sample(_STAGES, 2)
        yield "stages", f"{stem}证{one}", unit, "", f"{stem}证{two}", "另一单位", "", "different"
        if not any(stage in stem for stage in (*_STAGES, "设立")):
            yield "stages", draft.name, unit, "", f"{stem}证{one}", "另一单位", "", "part"


def _neighbours(own: dict[str, tuple[Draft, ...]], chance: Random) -> Iterator[Row]:
    """Two matters of one unit's catalogue whose names are alike: each is a matter of its own."""
    near = []
    for unit, of in own.items():
        listed = [draft for draft in of if draft.item_type != "公共服务事项"]
        for at, one in enumerate(listed):
            for two in listed[at + 1 :]:
                likeness = fuzz.ratio(one.name, two.name)
                if _NEAR <= likeness <= _FAR:
                    near.append((likeness, unit, one, two))
    chance.shuffle(near)
    for _, unit, one, two in near[: 2 * _EACH]:
        basis = chance.choice((True, False))
        bases = [_basis(each) if basis else "" for each in (one, two)]
        yield "neighbours", one.name, unit, bases[0], two.name, "另一单位", bases[1], "different"


def _lists(own: dict[str, tuple[Draft, ...]], chance: Random) -> Iterator[Row]:
    """Two matters put into one name, and one of them."""
    permits = [(unit, draft.name) for unit, draft in _all(own, chance) if draft.name.endswith("许可")]
    for (unit, one), (_, two) in list(zip(permits[::2], permits[1::2], strict=False))[: _EACH // 2]:
        if "、" not in one + two and "和" not in one + two:
            yield "lists", f"{one}、{two}", unit, "", two, "另一单位", "", "part"


if __name__ == "__main__":
    main()
