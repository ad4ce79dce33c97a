"""What is seen and clicked: each dashboard is one widget for the signed-in user."""

from workbench.dashboards.entry import review

__all__ = ["review"]
