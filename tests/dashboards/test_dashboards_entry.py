"""The dashboards as notebooks call them, and the notebooks themselves."""

import json
from pathlib import Path

import pytest

from workbench import dashboards
from workbench.dashboards.widgets import Pane
from workbench.review import Workspace

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
NAMES = ("review", "duplicates", "progress", "rules", "preconditions")


def texts(widget: object) -> str:
    """The HTML of all panes below a widget."""
    own = widget.html if isinstance(widget, Pane) else ""
    return own + "".join(texts(child) for child in getattr(widget, "children", ()))


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", NAMES)
def test_without_a_user_nothing_is_shown(monkeypatch: pytest.MonkeyPatch, name: str):
    """Closed where the server names nobody, even if a workspace is there."""
    monkeypatch.delenv("HTTP_X_REVIEW_USER", raising=False)
    shown = texts(getattr(dashboards, name)())
    assert "未登录，请从登录页进入。" in shown
    assert "农药" not in shown


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_user_is_told_whom_to_ask(monkeypatch: pytest.MonkeyPatch, name: str):
    """Somebody who signed in but is not in the roster."""
    monkeypatch.setenv("HTTP_X_REVIEW_USER", "nobody")
    assert "请联系管理员添加" in texts(getattr(dashboards, name)())


def test_a_folder_that_is_no_workspace_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The sentence says what is missing."""
    monkeypatch.setenv("HTTP_X_REVIEW_USER", "group3")
    monkeypatch.setenv("WORKBENCH_WORKSPACE", str(tmp_path))
    assert "group_assignments.yml" in texts(dashboards.review())


def test_the_review_dashboard_opens_the_first_undecided_item(desk: Workspace, monkeypatch: pytest.MonkeyPatch):
    """M-e, the first, is decided, so M-a is open."""
    desk.record("M-e", "cancel", "无依据", by="group3")
    monkeypatch.setenv("HTTP_X_REVIEW_USER", "group3")
    assert "限制使用农药）</span>" in texts(dashboards.review())


@pytest.mark.usefixtures("desk")
def test_an_empty_workspace_says_how_to_fill_it(monkeypatch: pytest.MonkeyPatch):
    """Group 1 has no submissions."""
    monkeypatch.setenv("HTTP_X_REVIEW_USER", "group1")
    assert "workbench intake" in texts(dashboards.review())
    assert "没有疑似重复的事项" in texts(dashboards.duplicates())


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_one_cell_without_outputs(name: str):
    """Nothing is hidden in notebooks: they only call the dashboard."""
    notebook = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    (cell,) = notebook["cells"]
    assert "".join(cell["source"]) == f"from workbench import dashboards\n\ndashboards.{name}()"
    assert (cell["outputs"], cell["execution_count"]) == ([], None)
