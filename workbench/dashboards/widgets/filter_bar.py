"""The filter bar: unit, catalogue, text, chips with counts, and how far the review is."""

import anywidget
from traitlets import Any, Dict, List, Unicode

from workbench.dashboards.widgets.assets import script


class FilterBar(anywidget.AnyWidget):
    """``value`` has ``unit``, ``kind``, ``chips`` (keys that are on) and ``text``."""

    _esm = script("filters")
    units = List(Any()).tag(sync=True)
    kinds = List(Any()).tag(sync=True)
    chips = List(Any()).tag(sync=True)
    value = Dict().tag(sync=True)
    summary = Unicode("").tag(sync=True)
