"""A page's connection to its kernel lasts no longer than the session it was opened in."""

from typing import Any

from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

#: The code with which the connection is closed then; 4000 to 4999 are for applications.
SESSION_OVER = 4401


class Channels(VoilaKernelWebsocketHandler):  # type: ignore[misc]  # voila ships no types
    """The websocket of a kernel; what comes through it counts as use of the session."""

    _number = ""

    async def open(self, kernel_id: str) -> None:
        """Connect, and be told when the session ends."""
        self._number = self.identity_provider.session(self)
        self.identity_provider.sessions.when_over(self._number, id(self), self._over)
        self.identity_provider.watch.connections.inc()
        await super().open(kernel_id)

    def on_message(self, ws_message: Any) -> None:
        """Hand a message on while the session is open."""
        if self.identity_provider.sessions.use(self._number):
            super().on_message(ws_message)

    def on_close(self) -> None:
        """Be told no longer."""
        if self._number:
            self.identity_provider.sessions.when_over(self._number, id(self), None)
            self.identity_provider.watch.connections.dec()
        super().on_close()

    def _over(self) -> None:
        self.close(SESSION_OVER, "session over")
