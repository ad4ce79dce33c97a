"""Serves the dashboards to signed-in users: Voila with the workbench's own sign-in, page and rules of access."""

from pathlib import Path

from workbench.dashboards.notebooks import notebooks_folder
from workbench.serving.pages import CannotServe

__all__ = ["CannotServe", "notebooks_folder", "serve"]


def serve(workspace: Path, port: int, database: str | None = None) -> None:
    """Serve the dashboards of ``workspace`` on this machine until interrupted.

    Args:
        workspace: the folder with ``group_assignments.yml``.
        port: where to answer, on 127.0.0.1 only.
        database: SQLAlchemy URL; default: ``WORKBENCH_DATABASE``, else SQLite in the workspace.

    Raises:
        CannotServe: the port cannot be had; the message says what to do.
        NoWorkspace, InvalidAssignments, StoreProblem: as :func:`workbench.review.open_workspace`.
    """
    from workbench.serving.launch import run  # noqa: PLC0415 - Voila is heavy, and the exporter does not need it

    run(workspace, port, database)
