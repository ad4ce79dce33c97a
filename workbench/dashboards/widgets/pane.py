"""A part of the page that is rendered from a template."""

from collections.abc import Callable
from typing import Any

import anywidget
from traitlets import Unicode

from workbench.dashboards.widgets.assets import script


class Pane(anywidget.AnyWidget):
    """``html`` comes from a template, which escapes it; a new ``subject`` starts at the top again."""

    _esm = script("pane")
    html = Unicode("").tag(sync=True)
    subject = Unicode("").tag(sync=True)

    def on_action(self, action: str, call: Callable[[dict[str, Any]], None]) -> None:
        """Call ``call`` with the element's data when an element with that ``data-action`` is clicked."""
        self.on_msg(lambda _widget, content, _buffers: call(content) if content.get("type") == action else None)
