"""The dashboards that are served, and where their notebooks are."""

import re
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATES = Path(__file__).resolve().parent / "templates"
ASSETS = Path(__file__).resolve().parent / "assets"
THEME = PACKAGE / "dashboards" / "styles"


class CannotServe(Exception):  # noqa: N818 - the sentence is for people
    """The server cannot start; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """A dashboard: the notebook's name and its title in the navigation."""

    name: str
    title: str

    @property
    def address(self) -> str:
        """The path of the page on the server."""
        return f"/voila/render/{self.name}.ipynb"


PAGES = (
    Page("review", "审核"),
    Page("duplicates", "重复"),
    Page("progress", "进度"),
    Page("intake", "收件"),
    Page("rules", "规则"),
    Page("preconditions", "前置"),
)
HOME = PAGES[0].address
#: The notebooks that Voila may run; all others, explore.ipynb too, stay closed.
NOTEBOOK = "(?:" + "|".join(page.name for page in PAGES) + r")\.ipynb"
_ADDRESS = re.compile(rf"/voila/render/{NOTEBOOK}(?:\?[!-\[\]-~]*)?")


def page_of(notebook: str) -> Page | None:
    """The dashboard with this notebook."""
    return next((page for page in PAGES if notebook == f"{page.name}.ipynb"), None)


def safe_next(address: str) -> str:
    """Where to go after signing in: the dashboard asked for, never another address."""
    return address if _ADDRESS.fullmatch(address) else HOME
