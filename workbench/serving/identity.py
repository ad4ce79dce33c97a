"""Who asks: the signed cookie names the user, and nothing else does."""

import json
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from traitlets import Any as AnyTrait
from traitlets import Bool, Dict, Unicode

from workbench.records import Reviewer
from workbench.serving.sessions import LONGEST_SECONDS

USER_HEADER = "X-Review-User"
#: The name under which Voila hands the header to a kernel.
USER_VARIABLE = "HTTP_X_REVIEW_USER"
_OURS = "x-review-"
_DAY = 86_400
_PAGES = "/voila/render/"


class WorkbenchIdentity(IdentityProvider):
    """Sessions of the users in ``group_assignments.yml``."""

    auth_enabled = True
    login_available = True
    logout_available = True
    token = Unicode("")
    cookie_name = Unicode("workbench-session")
    cookie_options = Dict({"samesite": "Strict", "httponly": True, "expires_days": None})
    get_secure_cookie_kwargs = Dict({"max_age_days": LONGEST_SECONDS / _DAY})
    need_token = Bool(default_value=False)
    #: The :class:`workbench.review.Workspace` with the roster and the passwords.
    workspace = AnyTrait()
    #: The :class:`workbench.serving.attempts.Attempts` of this server.
    attempts = AnyTrait()
    #: The same, counting addresses.
    addresses = AnyTrait()
    #: The :class:`workbench.serving.sessions.Sessions` of this server.
    sessions = AnyTrait()
    #: The :class:`workbench.serving.watching.Watch` that is told of sign-ins.
    watch = AnyTrait()

    def get_handlers(self) -> list[Any]:
        """None: the routes are listed in one place, :mod:`workbench.serving.routes`."""
        return []

    async def get_user(self, handler: Any) -> User | None:
        """The session's user, who is also written into the request's header in place of whatever was sent."""
        headers = handler.request.headers
        for name in [name for name in headers if name.lower().startswith(_OURS)]:
            del headers[name]
        user: Any = self.get_user_cookie(handler)
        if user is not None:
            headers[USER_HEADER] = user.username
            if handler.request.path.startswith(_PAGES):
                self.sessions.use(self.session(handler))
        return user  # type: ignore[no-any-return]  # the library's type allows for an awaitable, which ours never is

    def reviewer(self, user: str) -> Reviewer | None:
        """The user's entry in the roster."""
        found: Reviewer | None = self.workspace.assignments.reviewer(user)
        return found

    def check(self, user: str, password: str) -> bool:
        """Whether this is the user's password. Slow on purpose: not for the event loop."""
        return bool(self.workspace.store.check_password(user, password))

    def sign_in(self, handler: Any, user: str) -> None:
        """Begin a session; a former one of this browser ends."""
        self.sessions.end(self.session(handler))
        self.set_login_cookie(handler, User(username=user))

    def sign_out(self, handler: Any) -> None:
        """End the session, also for a copy of its cookie."""
        self.sessions.end(self.session(handler))
        self.clear_login_cookie(handler)

    def session(self, handler: Any) -> str:
        """The number of the request's session, open or not; the empty string when its cookie is not ours."""
        value = handler.get_signed_cookie(self.cookie_name, **self.get_secure_cookie_kwargs)
        try:
            return str(json.loads(value)["session"]) if value else ""
        except (KeyError, TypeError, ValueError):
            return ""

    def user_to_cookie(self, user: User) -> str:
        """The number of a new session: who it belongs to is known here only."""
        return json.dumps({"session": self.sessions.begin(user.username)})

    def user_from_cookie(self, cookie_value: str) -> User | None:
        """The user of an open session, if still in the roster."""
        user = self.sessions.user(str(json.loads(cookie_value)["session"]))
        reviewer = self.reviewer(user) if user else None
        return None if reviewer is None else User(username=reviewer.user, name=reviewer.name)
