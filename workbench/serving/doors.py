"""The doors of the server: who may knock, under which names, and for how long a request may take."""

import ssl
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.routing import HostMatches, Rule, RuleRouter

from workbench.serving.where import Where

LARGEST_REQUEST = 1024 * 1024
#: Seconds that a request's body may take, and that a connection may stay without a request.
SLOWEST_BODY = 60.0
LONGEST_SILENCE = 120.0


class Doors(HTTPServer):
    """Answers proxies only, when there are any."""

    proxies: tuple[str, ...] = ()

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        """Hang up on whoever is not a stated proxy: what they say of the browser's address must not be believed."""
        if self.proxies and address[0] not in self.proxies:
            stream.close()
            return
        super().handle_stream(stream, address)


def doors(application: Any, where: Where, tls: ssl.SSLContext | None) -> Doors:
    """The doors to an application; requests under names that are not the server's find nothing."""
    made = Doors(
        application if where.called is None else RuleRouter([Rule(HostMatches(where.called), application)]),
        ssl_options=tls,
        xheaders=bool(where.proxies),
        trusted_downstream=list(where.proxies),
        max_body_size=LARGEST_REQUEST,
        body_timeout=SLOWEST_BODY,
        idle_connection_timeout=LONGEST_SILENCE,
    )
    made.proxies = where.proxies
    return made
