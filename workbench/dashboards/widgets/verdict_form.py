"""The verdict form at the foot of the review page."""

from collections.abc import Callable
from typing import Any as Anything

import anywidget
from traitlets import Any, Dict, List

from workbench.dashboards.widgets.assets import script


class VerdictForm(anywidget.AnyWidget):
    """``verdicts`` are pairs of code and name (the first nine answer to the keys 1 to 9).

    ``form`` is what is decided on and what the form starts with: ``item``, ``may_decide``, ``verdict``, ``opinion``,
    ``lead_unit``, ``target_type``, ``target_level``, ``reasons``, ``units``, ``types``, ``levels``, ``violations``,
    ``note``. ``message`` has ``text`` and ``tone``.
    """

    _esm = script("verdict")
    verdicts = List(Any()).tag(sync=True)
    form = Dict().tag(sync=True)
    message = Dict({"text": "", "tone": "calm"}).tag(sync=True)

    def on_record(self, call: Callable[[dict[str, Anything]], None]) -> None:
        """Call ``call`` with the draft when the user records it; the form waits until it is done."""

        def hear(_widget: object, content: dict[str, Anything], _buffers: object) -> None:
            if content.get("type") == "record":
                call(content)
                self.send({"type": "answered"})

        self.on_msg(hear)

    def on_bulk(self, call: Callable[[dict[str, Anything]], None]) -> None:
        """Call ``call`` with the draft when the user asks for the same verdict on many items."""
        self.on_msg(lambda _widget, content, _buffers: call(content) if content.get("type") == "bulk" else None)

    def on_undo(self, call: Callable[[], None]) -> None:
        """Call ``call`` when the user takes the last verdict back."""
        self.on_msg(lambda _widget, content, _buffers: call() if content.get("type") == "undo" else None)
