"""Serves the dashboards to signed-in users: Voila with the workbench's own sign-in, page and rules of access."""

from pathlib import Path

from workbench.dashboards.notebooks import notebooks_folder
from workbench.serving.pages import CannotServe
from workbench.serving.sessions import Sessions
from workbench.serving.where import Where

__all__ = ["CannotServe", "Sessions", "Where", "notebooks_folder", "serve"]


def serve(
    workspace: Path,
    where: Where,
    sessions: Sessions | None = None,
    database: str | None = None,
    log: Path | None = None,
) -> None:
    """Serve the dashboards of ``workspace`` until interrupted.

    Args:
        workspace: the folder with ``group_assignments.yml``.
        where: where to answer; beyond this machine only with TLS, its own or a stated proxy's.
        sessions: when sessions end; default: as :class:`Sessions` has it.
        database: SQLAlchemy URL; default: ``WORKBENCH_DATABASE``, else SQLite in the workspace.
        log: the server's log file; the exporter's, ``exporter.jsonl``, is beside it. None: standard error.

    Raises:
        CannotServe: the port cannot be had, or it would not be safe; the message says what to do.
        NoWorkspace, InvalidAssignments, StoreProblem: as :func:`workbench.review.open_workspace`.
    """
    from workbench.serving.launch import run  # noqa: PLC0415 - Voila is heavy, and the exporter does not need it

    run(workspace, where, sessions or Sessions(), database, log)
