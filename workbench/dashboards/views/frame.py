"""The frame of a dashboard: the style sheets and the page that fills the window."""

import anywidget
import ipywidgets

from workbench.dashboards.widgets.assets import style


class Styles(anywidget.AnyWidget):  # type: ignore[misc] - anywidget ships no types
    """Carries a dashboard's style sheets into the page."""

    _esm = "export default { render() {} };"

    def __init__(self, dashboard: str) -> None:
        """``dashboard`` names the style sheet beside the ones that all pages share."""
        self._css = style("theme", "page", dashboard)
        super().__init__()


class Page(ipywidgets.Box):  # type: ignore[misc] - ipywidgets ships no types
    """A dashboard's widgets, one below the other."""

    def __init__(self, dashboard: str, *children: ipywidgets.Widget) -> None:
        """``dashboard`` is the name of its style sheet and of its class."""
        super().__init__((*children, Styles(dashboard)))
        self.add_class("wb-page")
        self.add_class(f"wb-{dashboard}")
