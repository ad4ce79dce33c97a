"""Plants mutual preconditions: guides of several departments, each of which asks for the result of the next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.records import Guide, Material, material_field
from workbench.sample.guides.composed import Composed, Waiting
from workbench.sample.guides.planting import PlantedGuide

RULE = "FLOW-MUTUAL"
#: The rings that are planted, one after the other: how many departments, and what is said of them.
_RINGS = ((2, "两个事项互为前置"), (3, "三个事项互为前置"))
#: Whoever changes or prolongs a result has it already; a result of several papers is no one's name.
_UNSUITED = re.compile(r"变更|延续|延期|延展|注销|补[发办领]|换[发证领]|转让|增项|升级|保留|续|[、；]")
_PERMIT = "行政许可"
#: A shorter result might be another matter's, too.
_SHORTEST = 10


class Rings:
    """Holds departments' guides back until there are enough for the next ring."""

    def __init__(self) -> None:
        """Nothing is planted yet."""
        self._to_do = list(_RINGS)
        self._held: list[tuple[Waiting, int]] = []

    def offer(self, waiting: Waiting) -> list[Waiting]:
        """The departments whose guides can be written now: this one, unless it waits for its ring."""
        at = _place(waiting.composed) if self._to_do else None
        if at is None:
            return [waiting]
        self._held.append((waiting, at))
        size, detail = self._to_do[0]
        if len(self._held) < size:
            return []
        _close(self._held, detail)
        self._to_do.pop(0)
        return self.rest()

    def rest(self) -> list[Waiting]:
        """The departments that still wait."""
        held = [waiting for waiting, _ in self._held]
        self._held.clear()
        return held


def _place(composed: Sequence[Composed]) -> int | None:
    """The first permit without a fault whose result tells which matter it is of."""
    return next((at for at, each in enumerate(composed) if each.planted is None and _suits(each)), None)


def _suits(composed: Composed) -> bool:
    """Whether it is a permit whose result is its own."""
    guide = composed.guide
    result = guide.text("结果名称") or ""
    own = len(result) >= _SHORTEST and not _UNSUITED.search(guide.name + result)
    return own and composed.matter.draft.item_type == _PERMIT


def _close(ring: Sequence[tuple[Waiting, int]], detail: str) -> None:
    """Let each guide ask for the result of the next, the last for that of the first."""
    members = [waiting.composed[at] for waiting, at in ring]
    for (waiting, at), asking, asked in zip(ring, members, [*members[1:], members[0]], strict=True):
        guide, field = _asking_for(asking.guide, asked.guide.text("结果名称") or "")
        waiting.composed[at] = replace(asking, planted=PlantedGuide(guide, RULE, detail, field, asked.matter))


def _asking_for(guide: Guide, result: str) -> tuple[Guide, str]:
    """The guide with one material more, on the basis of the last one, and the field that shows it."""
    materials = list(guide.materials or ())
    values = materials[-1].values
    more = {**values, "序号": str(int(values["序号"]) + 1), "材料名称": result}
    changed = replace(guide, materials=(*materials, Material(more)))
    return changed, material_field(len(materials), "材料名称")
