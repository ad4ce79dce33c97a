"""The window in which one verdict on many items is looked at before it is recorded."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.dashboards.state import BulkState, Draft
from workbench.dashboards.templates import render
from workbench.dashboards.views import form
from workbench.dashboards.widgets import Dialog
from workbench.records import DELEGATION_LEVELS, ITEM_TYPES, NEEDS_LEAD_UNIT, VERDICTS, Decision, Event
from workbench.review import StoreProblem

#: So many lines of what would be recorded are written out; what is refused is, in full.
_LISTED = 100
_BY_SUGGESTION = "按各项建议"


class BulkWindow:
    """``dialog`` shows a :class:`BulkState`; each preview has a number, and only one that was seen is recorded."""

    def __init__(self, state: BulkState, record: Callable[[], bool], name: Callable[[str], tuple[str, str]]) -> None:
        """``record`` records and says whether it did; ``name`` gives an item's name and unit."""
        self.state = state
        self._record = record
        self._name = name
        self._number = 0
        self.dialog = Dialog()
        self.dialog.on_action("preview", self._change)
        self.dialog.on_action("record", self._confirm)

    def open(self) -> None:
        """Show the form and what it would do."""
        self.dialog.show("批量审核", self._form(), self._preview())

    def _change(self, content: Mapping[str, Any]) -> None:
        before = self.state.draft.verdict
        self.state.change(str(content.get("scope", "")), _drafted(content))
        if self.state.draft.verdict != before:
            self.dialog.html = self._form()
        self.dialog.below = self._preview()

    def _confirm(self, content: Mapping[str, Any]) -> None:
        if str(content.get("seen")) != str(self._number):
            return
        if self._record():
            self.dialog.hide()
        else:
            self.dialog.below = self._preview()

    def _form(self) -> str:
        state = self.state
        return render(
            "bulk",
            scopes=state.scopes,
            scope=state.scope.key if state.scope else "",
            verdicts=[("", _BY_SUGGESTION), *form.ITEM_VERDICTS],
            draft=state.draft,
            units=[unit.name for unit in state.workspace.assignments.units],
            with_lead=NEEDS_LEAD_UNIT,
            types=ITEM_TYPES,
            levels=DELEGATION_LEVELS,
        )

    def _preview(self) -> str:
        self._number += 1
        preview = self.state.preview
        ready = preview.ready if preview else ()
        problems = preview.problems if preview else {}
        items = [*problems, *(each.item for each in ready[:_LISTED])]
        standing = self.state.workspace.store.states(items) if items else {}
        return render(
            "bulk_preview",
            number=self._number,
            problem=self.state.problem,
            ready=len(ready),
            refused=[self._refused(item, problem, standing) for item, problem in problems.items()],
            lines=[self._line(each, standing) for each in ready[:_LISTED]],
            more=max(0, len(ready) - _LISTED),
            changed=sum(1 for each in ready if preview and preview.revisions[each.item]),
        )

    def _refused(self, item: str, problem: StoreProblem, standing: Mapping[str, Event]) -> dict[str, str]:
        name, unit = self._name(item)
        return {"name": name, "unit": unit, "now": _word(standing.get(item)), "why": str(problem)}

    def _line(self, decision: Decision, standing: Mapping[str, Event]) -> dict[str, str]:
        name, unit = self._name(decision.item)
        now = _word(standing.get(decision.item))
        return {
            "name": name, "unit": unit, "now": now, "then": VERDICTS[decision.verdict], "opinion": decision.opinion,
        }  # fmt: skip


def _drafted(content: Mapping[str, Any]) -> Draft:
    return Draft(
        str(content.get("verdict", "")),
        str(content.get("opinion", "")),
        str(content.get("lead_unit", "")),
        target_type=str(content.get("target_type", "")),
        target_level=str(content.get("target_level", "")),
    )


def _word(event: Event | None) -> str:
    return VERDICTS.get(event.verdict or "", "未审") if event else "未审"
