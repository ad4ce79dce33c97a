"""Whatever comes through a page's websocket, the page's kernel goes on and the record stays whole."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

import comm
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.dashboards.state import (
    DuplicatesState,
    IntakeState,
    PreconditionsState,
    ProgressState,
    ReviewState,
    RulesState,
)
from workbench.dashboards.views.duplicates import DuplicatesView
from workbench.dashboards.views.intake import IntakeView
from workbench.dashboards.views.preconditions import PreconditionsView
from workbench.dashboards.views.progress import ProgressView
from workbench.dashboards.views.review import ReviewView
from workbench.dashboards.views.rules import RulesView
from workbench.review import Workspace

PAGES: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "review": (ReviewState, ReviewView),
    "duplicates": (DuplicatesState, DuplicatesView),
    "progress": (ProgressState, ProgressView),
    "intake": (IntakeState, IntakeView),
    "rules": (RulesState, RulesView),
    "preconditions": (PreconditionsState, PreconditionsView),
}
KINDS = (
    "record", "bulk", "undo", "open", "unit", "kind", "drop", "hand_in", "set", "preview", "group", "piece", "stop",
    "comment", "close", "go",
)  # fmt: skip
NAMES = (
    "item", "verdict", "opinion", "reasons", "lead_unit", "target_type", "target_level", "value", "number", "file",
    "offset", "size", "name", "group", "text", "chips", "unit", "kind", "rule", "level", "reason", "user", "by",
)  # fmt: skip
WORDS = st.sampled_from(["M-a", "M-d", "P-1", "C-1", "pass", "merge", "省农委", "admin", "group3", "", "-1", "../x"])
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | WORDS
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner), max_leaves=8
)
SAID = st.builds(
    lambda kind, more: more | {"type": kind},
    st.sampled_from(KINDS) | st.text(max_size=5),
    st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=6),
)
CUSTOM = st.fixed_dictionaries({"method": st.just("custom"), "content": SAID | ANYTHING})
TRAITS = st.sampled_from(["value", "html", "opened", "current", "selected", "mask", "enabled", "form", "most_mb"])
UPDATE = st.fixed_dictionaries(
    {"method": st.just("update"), "state": st.dictionaries(TRAITS, ANYTHING), "buffer_paths": st.just([]) | ANYTHING}
)
MESSAGES = st.lists(
    st.tuples(st.integers(0, 200), CUSTOM | UPDATE | ANYTHING, st.lists(st.binary(max_size=64), max_size=2)),
    min_size=1,
    max_size=6,
)


@pytest.fixture(params=sorted(PAGES))
def page(request: pytest.FixtureRequest, desk: Workspace) -> Iterator[tuple[Any, list[str]]]:
    """The state of a page as a reviewer of the third group has it open, and the ids of its widgets."""
    logging.getLogger("Comm").setLevel(logging.CRITICAL)
    before = set(comm.get_comm_manager().comms)
    user = "admin" if request.param == "rules" else "group3"
    new_state, new_view = PAGES[request.param]
    state = new_state(desk.seen_by(user), user)
    view = new_view(state)
    yield state, sorted(set(comm.get_comm_manager().comms) - before)
    assert view.root is not None
    logging.getLogger("Comm").setLevel(logging.NOTSET)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(messages=MESSAGES)
def test_no_message_ends_the_page(page, desk: Workspace, messages):
    """After any messages the page still looks for news, nobody else has recorded anything, and the log is whole."""
    state, widgets = page
    for at, data, buffers in messages:
        content = {"comm_id": widgets[at % len(widgets)], "data": data}
        comm.get_comm_manager().comm_msg(None, None, {"content": content, "buffers": buffers})
    state.poll()
    assert {event.by for event in desk.store.events_since(0)} <= {state.reviewer.user}
    assert desk.store.verify() == []


@pytest.mark.parametrize("page", ["review"], indirect=True)
def test_the_same_way_leads_to_the_store(page, desk: Workspace):
    """Messages sent so do arrive: a proper one is recorded, in the name of the page's user whatever it says."""
    state, widgets = page
    state.open("M-c")
    said = {"type": "record", "item": "M-c", "verdict": "return_for_revision", "opinion": "请补充依据。", "by": "admin"}
    for widget in widgets:
        content = {"comm_id": widget, "data": {"method": "custom", "content": said | {"reasons": {}, "user": "admin"}}}
        comm.get_comm_manager().comm_msg(None, None, {"content": content, "buffers": []})
    (event,) = desk.store.events_since(0)
    assert (event.item, event.verdict, event.by) == ("M-c", "return_for_revision", "group3")
