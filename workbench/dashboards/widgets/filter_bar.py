"""The filter bar: unit, catalogue, text, chips with counts, and how far the review is."""

import anywidget
from traitlets import Any, Dict, List, Unicode

from workbench.dashboards.widgets.assets import script

#: How the filters are called, where a page does not call them otherwise.
WORDS = {"unit": "单位", "kind": "目录", "text": "搜索事项、依据、意见"}


class FilterBar(anywidget.AnyWidget):
    """``value`` has ``unit``, ``kind``, ``chips`` (keys that are on) and ``text``; ``words`` are the filters' names."""

    _esm = script("filters")
    units = List(Any()).tag(sync=True)
    kinds = List(Any()).tag(sync=True)
    chips = List(Any()).tag(sync=True)
    value = Dict().tag(sync=True)
    summary = Unicode("").tag(sync=True)
    words = Dict(WORDS).tag(sync=True)
