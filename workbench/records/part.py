"""Parts of a guide that a verdict can be about by themselves: an element, or one of the materials."""

from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b

from workbench.records.guide import ELEMENTS, MATERIALS, Guide
from workbench.records.tidy import bare
from workbench.records.verdict import VERDICTS

#: Stands between a guide's id and its part.
PART_SIGN = "#"
_ELEMENT = ("pass", "return_for_revision", "add", "adjust", "delete", "keep_confidential", "needs_verification")
_MATERIAL = (
    "pass", "return_for_revision", "adjust", "delete", "keep_confidential", "cancel_material", "use_commitment",
    "needs_verification",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """An element of a guide, or one of its materials.

    ``item`` is its stable id, which begins with the guide's: a material keeps it where others come and go before it.
    ``material`` is the index in the guide's materials; ``name`` is what people call it.
    """

    item: str
    element: str
    name: str
    material: int | None = None

    @property
    def verdicts(self) -> tuple[str, ...]:
        """The codes of the verdicts that can be given on it; 申请材料 as a whole takes those on materials, too."""
        if self.material is not None:
            return _MATERIAL
        wanted = {*_ELEMENT, *_MATERIAL} if self.element == MATERIALS else set(_ELEMENT)
        return tuple(code for code in VERDICTS if code in wanted)


def whole(item: str) -> str:
    """The guide that a part belongs to; any other item itself."""
    return item.partition(PART_SIGN)[0]


def is_part(item: str) -> bool:
    """Whether the id is that of a part."""
    return PART_SIGN in item


def element_part(item: str, name: str) -> str:
    """The id of an element of the guide ``item``, by its printed name."""
    return f"{item}{PART_SIGN}{name}"


def parts_of(item: str, guide: Guide) -> tuple[Part, ...]:
    """All 36 elements of a guide in the order of the form, then its materials in theirs."""
    elements = [Part(element_part(item, each.name), each.name, each.name) for each in ELEMENTS]
    return (*elements, *_materials(item, guide))


def _materials(item: str, guide: Guide) -> list[Part]:
    """Materials go by their tidied names; of equal ones the second is told from the first."""
    seen: Counter[str] = Counter()
    found = []
    for index, each in enumerate(guide.materials or ()):
        name = bare(each.name)
        seen[name] += 1
        digest = blake2b(f"{name}\x1f{seen[name]}".encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        shown = f"{MATERIALS}“{each.name.strip()}”" if name else f"第 {index + 1} 项{MATERIALS}"
        found.append(Part(f"{item}{PART_SIGN}{MATERIALS}-{digest}", MATERIALS, shown, index))
    return found


def part_named(item: str, guide: Guide) -> Part | None:
    """The part with this id; a material also by its place, counted from 0: ``G-1#申请材料[0]``."""
    by_place = {f"{whole(item)}{PART_SIGN}{MATERIALS}[{index}]": index for index in range(len(guide.materials or ()))}
    for each in parts_of(whole(item), guide):
        if each.item == item or (each.material is not None and by_place.get(item) == each.material):
            return each
    return None
