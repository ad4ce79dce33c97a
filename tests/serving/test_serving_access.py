"""Nobody reaches anything without signing in, nor anything of another user."""

import re
import signal
import uuid
from collections.abc import Iterator

import pytest
from tornado.routing import PathMatches, Rule, RuleRouter

from workbench.review import Workspace
from workbench.serving import Where
from workbench.serving.server import ReviewServer
from workbench.serving.settings import configuration

#: All that strangers get an answer from; /metrics asks for its token.
OPEN = ("/login", "/assets/", "/health")
CLOSED = (
    "/voila/render/explore.ipynb",
    "/voila/render/../review.ipynb",
    "/voila/render/",
    "/voila/tree",
    "/voila/files/review.ipynb",
    "/voila/files/../../group_assignments.yml",
    f"/voila/query/{uuid.uuid4()}",
    f"/voila/execution/{uuid.uuid4()}",
    "/voila/api/contents",
    "/api/contents",
    "/api/kernels",
    "/api/kernelspecs",
    "/api/sessions",
    "/api/terminals",
    "/api/me",
    "/files/review.ipynb",
    "/nbconvert/html/review.ipynb",
    "/static/style/style.min.css",
    "/lab",
    "/tree",
    "/assets/../pages.py",
    "/assets/page.css/../../pages.py",
)


class Built(ReviewServer):
    """The server as it starts, up to the moment of listening."""

    def listen(self) -> None:
        """Do not."""


@pytest.fixture(scope="module")
def patterns(desk: Workspace) -> Iterator[list[str]]:
    """The patterns of all rules of the tornado application that the server answers with."""
    kept = signal.getsignal(signal.SIGTERM)
    server = Built(config=configuration(desk.path, Where()), workspace=desk, where=Where())
    server.initialize([])
    server.start()
    yield list(flat(server.app.default_router.rules))
    signal.signal(signal.SIGTERM, kept)


def flat(rules: list[Rule]) -> Iterator[str]:
    """The patterns of rules and of the routers below them."""
    for rule in rules:
        if isinstance(rule.matcher, PathMatches):
            yield rule.matcher.regex.pattern
        elif isinstance(rule.target, RuleRouter):
            yield from flat(rule.target.rules)


def example(pattern: str) -> str:
    """An address that the pattern matches."""
    address = pattern.removesuffix("$")
    address = address.replace(r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)", str(uuid.uuid4()))
    address = re.sub(r"\(\(\?:(\w+)[^)]*\)\\\.ipynb\)", r"\1.ipynb", address)
    address = address.replace(r"(theme\.css)", "theme.css").replace(r"([a-z_]+\.(?:css|js))", "page.css")
    address = address.replace("(.*)", "voila.js").replace(".*", "anything")
    assert re.fullmatch(pattern, address), pattern
    return address


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_no_route_answers_without_sign_in(patterns, visitor, method):
    """Every route of the application but the sign-in page and its assets sends strangers to it or refuses them."""
    addresses = [address for address in map(example, patterns) if not address.startswith(OPEN)]
    assert len(addresses) == len(patterns) - 4, "an open route was added: name it in OPEN only after thinking twice"
    for address in (*addresses, *(each for each in CLOSED if not each.startswith(OPEN))):
        answer = visitor.ask(address, method)
        refused = answer.status == 403
        sent_away = answer.status == 302 and answer.headers["Location"].startswith("/login?next=")
        assert refused or sent_away, (method, address, answer.status)


@pytest.mark.parametrize("address", CLOSED)
def test_what_is_not_listed_does_not_exist(first, address):
    """Files, queries, contents, terminals and other notebooks are closed to signed-in users, too."""
    assert first.ask(address).status == 404


def test_a_kernel_refuses_everyone_else(first, second, visitor):
    """Another user, or a stranger, can neither see, end nor connect to a kernel; its own user can."""
    kernel = first.open_dashboard()
    address = f"/api/kernels/{kernel}"
    assert [each.ask(address).status for each in (first, second, visitor)] == [200, 403, 403]
    token = {"_xsrf": second.xsrf()}
    assert second.ask(f"/voila/api/shutdown/{kernel}", "POST", token).status == 403
    assert second.ask(f"{address}?_xsrf={second.xsrf()}", "DELETE").status == 403
    assert [each.connect(kernel) for each in (second, visitor)] == [403, 403]
    assert first.connect(kernel) == 101
    assert first.ask(f"/voila/api/shutdown/{kernel}", "POST", {"_xsrf": first.xsrf()}).status == 204
    assert first.ask(address).status == 403


def test_unknown_kernels_are_refused(first):
    """A kernel that does not exist is nobody's."""
    kernel = str(uuid.uuid4())
    assert (first.ask(f"/api/kernels/{kernel}").status, first.connect(kernel)) == (403, 403)


def test_the_browser_cannot_say_who_it_is(server, first):
    """A header that the browser sends does not change the user of the kernel, nor does the server's environment."""
    first.open_dashboard("progress", X_Review_User="group2", x_review_groups="2")
    assert server.users_of_kernels() == {"group1"}


def test_a_header_alone_is_no_sign_in(visitor):
    """Without a session the header opens nothing."""
    answer = visitor.ask("/voila/render/review.ipynb", X_Review_User="group2", Authorization="token x")
    assert answer.status == 302


def test_other_sites_cannot_send_forms(first):
    """A request that changes something needs the token of the page."""
    kernel = first.open_dashboard()
    assert first.ask(f"/voila/api/shutdown/{kernel}", "POST", {}).status == 403
    assert first.ask(f"/api/kernels/{kernel}", "DELETE").status == 403
    assert first.ask(f"/api/kernels/{kernel}").status == 200


def test_other_names_of_this_machine_are_refused(first):
    """A name that an attacker points at this machine is no name of the server."""
    assert first.ask("/", Host="evil.example").status == 403
