"""The window in which the open item's file is moved on in the chain."""

from collections.abc import Mapping
from typing import Any

from workbench.dashboards.state import ReviewState
from workbench.dashboards.templates import render
from workbench.dashboards.widgets import Dialog
from workbench.records import STAGE_NAMES


class StepWindow:
    """``dialog`` offers the steps that the user may take, with what each of them asks for."""

    def __init__(self, state: ReviewState) -> None:
        """For whatever is open in the state."""
        self.state = state
        self.dialog = Dialog()
        self.dialog.on_action("choose", lambda content: self.dialog.set_trait("html", self._form(content)))
        self.dialog.on_action("take", self._take)

    def open(self, step: str = "") -> None:
        """Show this step, else the first one; nothing where the user may take none."""
        if self.state.chain is not None and self.state.chain.steps:
            self.dialog.show("流转", self._form({"step": step}))

    def _form(self, content: Mapping[str, Any]) -> str:
        chain = self.state.chain
        assert chain is not None
        step = next((each for each in chain.steps if each.code == content.get("step")), chain.steps[0])
        return render(
            "step",
            chain=chain,
            step=step,
            stages=STAGE_NAMES,
            receiver=str(content.get("receiver", "")),
            reason=str(content.get("reason", "")),
        )

    def _take(self, content: Mapping[str, Any]) -> None:
        asked = (str(content.get(name, "")) for name in ("step", "reason", "receiver"))
        problem = self.state.take_step(*asked)
        if problem:
            self.dialog.below = render("problem", text=problem)
        else:
            self.dialog.hide()
