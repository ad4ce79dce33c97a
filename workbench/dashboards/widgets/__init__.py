"""The browser's parts: each a thin wrapper around one module of ``js/``."""

from workbench.dashboards.widgets.dialog import Dialog
from workbench.dashboards.widgets.download import Download
from workbench.dashboards.widgets.filter_bar import FilterBar
from workbench.dashboards.widgets.grid import Column, Grid
from workbench.dashboards.widgets.keys import Keys
from workbench.dashboards.widgets.pane import Pane
from workbench.dashboards.widgets.upload import Upload
from workbench.dashboards.widgets.verdict_form import VerdictForm

__all__ = ["Column", "Dialog", "Download", "FilterBar", "Grid", "Keys", "Pane", "Upload", "VerdictForm"]
