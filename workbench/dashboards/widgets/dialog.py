"""A window over the page: a form that the kernel writes, with what follows from it below."""

from collections.abc import Callable
from typing import Any

import anywidget
from traitlets import Bool, Unicode

from workbench.dashboards.widgets.assets import script


class Dialog(anywidget.AnyWidget):
    """``html`` is the form, ``below`` what follows from it; ``opened`` says whether it is shown, ``label`` what it is.

    Templates escape both. What stands in the form stays while ``below`` changes.
    """

    _esm = script("dialog")
    html = Unicode("").tag(sync=True)
    below = Unicode("").tag(sync=True)
    label = Unicode("").tag(sync=True)
    opened = Bool(False).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        """Closed and blank."""
        super().__init__(**traits)
        self._calls: dict[str, Callable[[dict[str, Any]], None]] = {}
        self.on_msg(lambda _widget, content, _buffers: self._hear(content))

    def on_action(self, action: str, call: Callable[[dict[str, Any]], None]) -> None:
        """Call ``call`` with the element's data and the form's fields when ``data-action`` is clicked or changed."""
        self._calls[action] = call

    def show(self, label: str, html: str, below: str = "") -> None:
        """Open with this form."""
        self.opened = False
        self.label, self.html, self.below = label, html, below
        self.opened = True

    def hide(self) -> None:
        """Close the window."""
        self.opened = False

    def _hear(self, content: dict[str, Any]) -> None:
        call = self._calls.get(str(content.get("type")))
        if call:
            call(content)
