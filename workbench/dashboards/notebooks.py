"""Where the notebooks of the dashboards are."""

from pathlib import Path

NAMES = ("review", "duplicates", "progress", "intake", "rules", "preconditions")


def notebooks_folder() -> Path:
    """The folder with the notebooks: in the installed package, else at the root of the checkout."""
    packed = Path(__file__).parents[1] / "notebooks"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "notebooks"
