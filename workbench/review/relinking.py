"""Carries a person's word about a link to the store, with the new id that it may need."""

from workbench.records import Matter, Relink
from workbench.review.identity import new_id
from workbench.store import Store


def relink(store: Store, item: str, earlier: str | None, by: str, reason: str) -> Relink:
    """Link by hand; raises as :meth:`workbench.store.Store.relink`."""
    return store.relink(Relink(item, earlier, by, "", reason, _given(store, earlier or item)))


def _given(store: Store, leaving: str) -> str | None:
    """A free id for the row that is called ``leaving`` now; None where no current row is."""
    matter = store.matter(leaving)
    if matter is None:
        return None
    return new_id(matter.unit, matter.kind, matter.row, _taken(store, matter))


def _taken(store: Store, matter: Matter) -> set[str]:
    return {each.item for each in store.matters([matter.unit], current_only=False)}
