"""What is seen and clicked: each dashboard is one widget for the signed-in user."""

from workbench.dashboards.entry import duplicates, progress, review

__all__ = ["duplicates", "progress", "review"]
