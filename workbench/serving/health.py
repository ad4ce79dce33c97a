"""Whether the server is well, for whoever watches over it; and its numbers, for who has the token."""

import asyncio
import hmac

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from workbench.serving.signing_in import PlainHandler


class Health(PlainHandler):
    """``/health``: the one page that strangers get an answer from, and the answer is one word."""

    @allow_unauthenticated
    async def get(self) -> None:
        """``ok`` (200) or ``not ok`` (503)."""
        well = await asyncio.get_running_loop().run_in_executor(None, self.identity.watch.is_well)
        self.set_status(200 if well else 503)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish("ok\n" if well else "not ok\n")


class Metrics(PlainHandler):
    """``/metrics``: numbers in Prometheus' text format; no names."""

    @allow_unauthenticated
    async def get(self) -> None:
        """The numbers, for requests with ``Authorization: Bearer`` and the workspace's token."""
        given = self.request.headers.get("Authorization", "").encode()
        if not hmac.compare_digest(given, f"Bearer {self.settings['metrics_token']}".encode()):
            raise HTTPError(403)
        numbers = await asyncio.get_running_loop().run_in_executor(None, self.identity.watch.numbers)
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.finish(numbers)
