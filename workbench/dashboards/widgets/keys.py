"""The page's keyboard."""

import anywidget
from traitlets import Unicode

from workbench.dashboards.widgets.assets import script


class Keys(anywidget.AnyWidget):
    """Hears keys anywhere on the page and tells the other widgets; ``help`` is what ? shows."""

    _esm = script("keys")
    help = Unicode("").tag(sync=True)
