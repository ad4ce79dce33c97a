"""Decisions that a reviewer began and has not recorded: each user's own, no part of the log."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from workbench.records import Answer, Decision, KeptDraft, Stage
from workbench.store.tables import drafts
from workbench.store.text import storable, to_json


def save(connection: Connection, user: str, draft: KeptDraft) -> None:
    """Put the draft in place of the user's former one on the same item."""
    drop(connection, user, draft.decision.item)
    values = {"user": user, "item": draft.decision.item, "revision": draft.revision, "saved_at": draft.at}
    connection.execute(insert(drafts).values(**values, decision=written(draft.decision)))


def drop(connection: Connection, user: str, item: str) -> None:
    """Forget the user's draft on the item, if there is one."""
    connection.execute(delete(drafts).where(drafts.c.user == user, drafts.c.item == item))


def of(connection: Connection, user: str) -> dict[str, KeptDraft]:
    """The user's drafts by item, the latest saved last."""
    query = select(drafts).where(drafts.c.user == user).order_by(drafts.c.saved_at, drafts.c.item)
    return {row.item: KeptDraft(read(row.decision), row.revision, row.saved_at) for row in connection.execute(query)}


def written(decision: Decision) -> str:
    """The decision as JSON that a database takes."""
    return to_json(_cleaned(asdict(decision)))


def read(text: str) -> Decision:
    """The decision that :func:`written` gave."""
    values = json.loads(text)
    answers = tuple(Answer(**answer) for answer in values["answers"])
    return Decision(**{**values, "answers": answers, "stage": Stage(values["stage"])})


def _cleaned(value: Any) -> Any:
    """The value with all its texts as a database takes them."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, (list, tuple)) else value
