"""The filter bar: unit, catalogue, text, chips with counts, and how far the review is."""

from collections.abc import Callable
from typing import Any as Anything

import anywidget
from traitlets import Any, Bool, Dict, List, Unicode

from workbench.dashboards.widgets.assets import script

#: How the filters are called, where a page does not call them otherwise.
WORDS = {"unit": "单位", "kind": "目录", "text": "搜索事项、依据、意见"}


class FilterBar(anywidget.AnyWidget):
    """``value`` has ``unit``, ``kind``, ``chips`` (keys that are on) and ``text``; ``words`` are the filters' names.

    ``more`` are further filters, each with ``name``, ``label`` and ``options`` (pairs of value and word); ``saved`` pairs
    of a name and a value; ``columns`` have ``field``, ``title`` and ``shown``. All three are in a part that folds out.
    """

    _esm = script("filters")
    units = List(Any()).tag(sync=True)
    kinds = List(Any()).tag(sync=True)
    chips = List(Any()).tag(sync=True)
    value = Dict().tag(sync=True)
    summary = Unicode("").tag(sync=True)
    words = Dict(WORDS).tag(sync=True)
    more = List(Any()).tag(sync=True)
    saved = List(Any()).tag(sync=True)
    columns = List(Any()).tag(sync=True)
    may_keep = Bool(False).tag(sync=True)

    def on_action(self, action: str, call: Callable[[dict[str, Anything]], None]) -> None:
        """Call ``call`` when the user does this.

        ``keep`` has ``name`` and ``value`` of a filter, ``drop`` its ``name``, ``column`` a ``field`` and ``shown``.
        """
        self.on_msg(lambda _widget, content, _buffers: call(content) if content.get("type") == action else None)
