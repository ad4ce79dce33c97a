"""Row level security on PostgreSQL: per table, who sees which rows and who may write which; see ``access.sql``."""

from workbench.records import Role

#: The roles that decide, and those that move the chain.
_DECIDING = (Role.REVIEWER, Role.LEAD, Role.LEGALITY)
_MOVING = (*_DECIDING, Role.ADMIN)
_MINE = '"user" = (SELECT access.me())'
_EVERYWHERE = "(SELECT access.everywhere())"
_OPEN = "{0} NOT IN (SELECT access.hidden())"
_SEEING = "access.whole(item) NOT IN (SELECT access.blind())"
_SENT = "submission IN (SELECT access.my_submissions())"

#: Table -> which rows a person sees. A table that is not here is the server's alone.
SEEN = {
    "submissions": (
        f"{_EVERYWHERE} OR unit IN (SELECT access.my_units()) OR id IN (SELECT access.partner_submissions())"
    ),
    "contents": "submission IN (SELECT access.open_submissions())",
    "matters": (
        f"({_EVERYWHERE} OR unit IN (SELECT access.my_units()) OR item IN (SELECT access.partners()))"
        f" AND {_OPEN.format('item')}"
    ),
    "guides": f"({_EVERYWHERE} OR unit IN (SELECT access.my_units())) AND {_OPEN.format('item')}",
    "read_uses": "submission IN (SELECT access.open_submissions())",
    "row_changes": f"{_SENT} AND {_OPEN.format('item')}",
    "relinks": f"{_SENT} AND {_OPEN.format('item')}",
    "findings": (
        f"CASE WHEN item IS NULL THEN submission IN (SELECT access.open_submissions())"
        f" ELSE {_SENT} AND {_OPEN.format('item')} END"
    ),
    "not_checked": f"{_SENT} AND {_OPEN.format('item')}",
    "problems": "submission IN (SELECT access.open_submissions())",
    "pairs": (
        f"({_EVERYWHERE} OR pair IN (SELECT access.my_groups())) AND pair NOT IN (SELECT access.hidden_groups())"
    ),
    "clusters": f"({_EVERYWHERE} OR cluster IN (SELECT access.my_groups())) AND {_OPEN.format('item')}",
    "events": (
        f"({_EVERYWHERE} OR access.whole(item) IN (SELECT access.my_items()) OR item IN (SELECT access.my_groups()))"
        f" AND {_OPEN.format('access.whole(item)')} AND {_SEEING}"
        " AND (item NOT IN (SELECT access.hidden_groups()) OR item IN (SELECT access.my_groups()))"
    ),
    "judgements": (
        "EXISTS (SELECT FROM events e WHERE e.event = judgements.event"
        " AND e.item NOT IN (SELECT access.hidden_groups()))"
    ),
    "moves": f"{_EVERYWHERE} OR split_part(item, '/', 1) IN (SELECT access.my_units())",
    "handlings": f"{_SENT} AND {_OPEN.format('access.whole(item)')}",
    "round_starts": _SENT,
    "rule_settings": "true",
    "second_samples": "true",
    "second_tasks": f"{_EVERYWHERE} OR reviewer = (SELECT access.me())",
    "second_verdicts": f"({_EVERYWHERE} OR by = (SELECT access.me())) AND {_OPEN.format('access.whole(item)')}",
    "comments": (
        f"({_EVERYWHERE} OR access.whole(item) IN (SELECT access.my_items()) OR item IN (SELECT access.my_groups()))"
        f" AND {_OPEN.format('access.whole(item)')} AND item NOT IN (SELECT access.hidden_groups()) AND {_SEEING}"
    ),
    "exports": f"{_SENT} OR submission IN (SELECT access.partner_submissions())",
}

#: Table, what is done with it, who does, and what a row must be: the database's own check of what the store checks.
WRITTEN = (
    ("events", "INSERT", _DECIDING, f"by = access.me() AND {_SEEING} AND access.may_decide(item, stage) AND access.may_undo(item, undoes)"),
    (
        "judgements", "INSERT", _DECIDING,
        (
            "EXISTS (SELECT FROM events e WHERE e.event = judgements.event AND e.by = access.me()"
            " AND e.event = (SELECT n.event FROM newest_event() n))"
        ),
    ),
    ("exports", "UPDATE (touched)", _DECIDING, "touched = (SELECT n.event FROM newest_event() n)"),
    ("moves", "INSERT", _MOVING, "by = access.me() AND access.may_step(item, step, stage, upto)"),
    ("rule_settings", "INSERT", (Role.ADMIN,), "by = access.me()"),
    ("drafts", "SELECT", _DECIDING, _MINE),
    ("drafts", "INSERT", _DECIDING, _MINE),
    ("drafts", "UPDATE", _DECIDING, _MINE),
    ("drafts", "DELETE", _DECIDING, _MINE),
    *(("preferences", what, tuple(Role), _MINE) for what in ("SELECT", "INSERT", "UPDATE", "DELETE")),
)  # fmt: skip

#: Functions that policies call in the name of who asks; the others run for the owner alone.
CALLED = (
    "me()", "everywhere()", "blind()", "my_units()", "whole(text)", "my_items()", "my_groups()", "partners()", "hidden()",
    "hidden_groups()", "my_submissions()", "open_submissions()", "partner_submissions()", "may_decide(text, text)",
    "may_undo(text, integer)", "may_step(text, text, text, integer)",
)  # fmt: skip
