"""Which matters of a department get a guide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from workbench.records import Unit
from workbench.sample.catalogue import Item
from workbench.sample.drafts import PUBLIC_SERVICE, Draft

#: Ranks that materials may rest on without a question (附件2 三(一)7).
_SURE_RANKS = ("法律", "行政法规", "地方性法规", "规章")
_STANDARD, _PROVINCE = "标准规范", "省"
#: Sub-items that share one guide of their main item, and guides of the other sub-items of one main item.
_SHARED, _EACH = 2, 2
_LATER = 0.6
_JOINT = re.compile("会同|联合")


@dataclass(frozen=True, slots=True)
class GuidedMatter:
    """A matter with a guide: its row's names as printed; ``subs`` are the sub-items that share the guide."""

    unit: Unit
    draft: Draft
    item_name: str
    sub_item_name: str = ""
    subs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """事项名称 of the guide: the sub-item behind its main item (rule book, GUIDE-NAME)."""
        return f"{self.item_name}（{self.sub_item_name}）" if self.sub_item_name else self.item_name

    @property
    def own_name(self) -> str:
        """What the matter itself is called."""
        return self.sub_item_name or self.item_name


def guided(unit: Unit, items: Sequence[Item], count: int, chance: Random) -> list[GuidedMatter]:
    """Up to ``count`` matters of a department's catalogue, in its order.

    Rows with faults and copies are left out, so that the guide and its row agree; services come later than others.
    """
    found = [(matter, at) for at, item in enumerate(items) for matter in _matters(unit, item, chance)]
    chosen = sorted(found, key=lambda each: chance.random() + _LATER * (each[0].draft.item_type == PUBLIC_SERVICE))
    return [matter for matter, _ in sorted(chosen[:count], key=lambda each: each[1])]


def _matters(unit: Unit, item: Item, chance: Random) -> Iterator[GuidedMatter]:
    """The guides that an item may have: one for all of its few sub-items, or for some of them."""
    if item.copy or item.faults or item.remarks or not _suits(item.draft):
        return
    if len(item.subs) <= _SHARED:
        yield GuidedMatter(unit, item.draft, item.name, subs=item.subs)
        return
    for sub in chance.sample(item.subs, _EACH):
        yield GuidedMatter(unit, item.draft, item.name, sub)


def _suits(draft: Draft) -> bool:
    """The department itself handles it, on a basis that nothing is to be said of."""
    first = draft.provisions[0]
    texts = "".join(text for provision in draft.provisions for _, text in provision.articles)
    sure = first.statute.label in _SURE_RANKS and first.articles[0][0].startswith("第")
    numbered = all(provision.statute.label != _STANDARD for provision in draft.provisions)
    return _PROVINCE in draft.levels and sure and numbered and not _JOINT.search(texts)
