"""The filter bar: unit, catalogue, text, chips with counts, and how far the review is."""

import anywidget
from traitlets import Dict, List, Unicode

from workbench.dashboards.widgets.assets import script


class FilterBar(anywidget.AnyWidget):  # type: ignore[misc] - anywidget ships no types
    """``value`` has ``unit``, ``kind``, ``chips`` (keys that are on) and ``text``."""

    _esm = script("filters")
    units = List().tag(sync=True)
    kinds = List().tag(sync=True)
    chips = List().tag(sync=True)
    value = Dict().tag(sync=True)
    summary = Unicode("").tag(sync=True)
