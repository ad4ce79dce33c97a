"""Voila with the workbench's routes, identity and page."""

import logging
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from traitlets import Any as AnyTrait
from voila.app import Voila

from workbench.serving.attempts import Attempts
from workbench.serving.pages import TEMPLATES
from workbench.serving.routes import Route, routes
from workbench.serving.settings import LARGEST_REQUEST

_log = logging.getLogger(__name__)


class ReviewServer(Voila):  # type: ignore[misc]  # voila is not followed by mypy
    """One server for one workspace."""

    #: The :class:`workbench.review.Workspace`.
    workspace = AnyTrait()
    #: The bound sockets to answer on.
    sockets = AnyTrait()
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
        self.identity_provider.workspace = self.workspace
        self.identity_provider.attempts = Attempts()
        return settings

    def init_handlers(self) -> list[Route]:
        """Only the workbench's routes."""
        return routes(self)

    def listen(self) -> None:
        """Answer on the sockets until interrupted, then end the kernels."""
        http = HTTPServer(self.app, max_body_size=LARGEST_REQUEST)
        http.add_sockets(self.sockets)
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self.ready)
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            _log.info("interrupted")
        finally:
            http.stop()
            self.stop()
