"""What is seen and clicked: each dashboard is one widget for the signed-in user."""

from workbench.dashboards.entry import duplicates, intake, preconditions, progress, review, rules
from workbench.dashboards.notebooks import NAMES, notebooks_folder
from workbench.dashboards.widgets.assets import assets_present

__all__ = [
    "NAMES",
    "assets_present",
    "duplicates",
    "intake",
    "notebooks_folder",
    "preconditions",
    "progress",
    "review",
    "rules",
]
