"""The frame of a dashboard: the style sheets and the page that fills the window."""

from collections.abc import Sequence

import anywidget
import ipywidgets

from workbench.dashboards.widgets.assets import style


class Styles(anywidget.AnyWidget):
    """Carries a dashboard's style sheets into the page."""

    _esm = "export default { render() {} };"

    def __init__(self, sheets: Sequence[str]) -> None:
        """``sheets`` stand between those that all pages share: the general ones, and the one for small windows."""
        self._css = style("theme", "page", *sheets, "narrow")
        super().__init__()


class Page(ipywidgets.Box):  # type: ignore[misc]  # ipywidgets ships no types
    """A dashboard's widgets, one below the other."""

    def __init__(self, sheets: Sequence[str], *children: ipywidgets.Widget) -> None:
        """``sheets`` are the names of the style sheets; each is a class of the page, too."""
        super().__init__((*children, Styles(sheets)))
        for name in ("page", *sheets):
            self.add_class(f"wb-{name}")


def box(name: str, *children: ipywidgets.Widget, classes: tuple[str, ...] = ()) -> ipywidgets.Widget:
    """A box with the style class ``name`` (and ``classes``)."""
    made = ipywidgets.Box(children)
    for each in (name, *classes):
        made.add_class(each)
    return made
