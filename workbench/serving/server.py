"""Voila with the workbench's routes, identity and page."""

import logging
from typing import Any

from tornado.ioloop import IOLoop, PeriodicCallback
from traitlets import Any as AnyTrait
from voila.app import Voila

from workbench.serving.attempts import LIMIT_OF_ADDRESS, Attempts
from workbench.serving.doors import doors
from workbench.serving.pages import TEMPLATES
from workbench.serving.routes import Route, routes
from workbench.serving.sessions import Sessions
from workbench.serving.watching import Watch

#: Milliseconds between two looks for sessions whose time is over.
SWEEP = 5_000
_log = logging.getLogger(__name__)


class ReviewServer(Voila):  # type: ignore[misc]  # voila is not followed by mypy
    """One server for one workspace."""

    #: The :class:`workbench.review.Workspace`.
    workspace = AnyTrait()
    #: The :class:`workbench.serving.where.Where` to answer.
    where = AnyTrait()
    #: The bound sockets to answer on, and what they are encrypted with.
    sockets = AnyTrait()
    tls = AnyTrait()
    #: The :class:`workbench.serving.sessions.Sessions`.
    sessions = AnyTrait()
    #: Called, without arguments, when the server answers.
    ready = AnyTrait()

    def load_config_file(self, *_args: Any, **_kwargs: Any) -> None:
        """Read no file: a stray ``voila.json`` must not open what is closed here."""

    def setup_template_dirs(self) -> None:
        """Put the workbench's page before Voila's own."""
        super().setup_template_dirs()
        self.template_paths.insert(0, str(TEMPLATES))

    def init_settings(self) -> dict[str, Any]:
        """Give the identity its roster."""
        settings: dict[str, Any] = super().init_settings()
        identity, watch = self.identity_provider, Watch(self.workspace)
        identity.workspace, identity.watch = self.workspace, watch
        identity.attempts, identity.addresses = Attempts(), Attempts(limit=LIMIT_OF_ADDRESS)
        identity.sessions = self.sessions = self.sessions or Sessions()
        watch.gauge("kernels", "Running kernels").set_function(lambda: len(self.kernel_manager))
        watch.gauge("sessions", "Open sessions").set_function(lambda: len(self.sessions))
        self.tornado_settings["log_function"] = watch.served
        return settings

    def init_handlers(self) -> list[Route]:
        """Only the workbench's routes."""
        return routes(self)

    def listen(self) -> None:
        """Answer on the sockets until interrupted, then end the kernels."""
        http = doors(self.app, self.where, self.tls)
        http.add_sockets(self.sockets)
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self.ready)
        PeriodicCallback(self.sessions.sweep, SWEEP).start()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            _log.info("interrupted")
        finally:
            http.stop()
            self.stop()
