"""Who asks: the signed cookie names the user, and nothing else does."""

import json
import secrets
import time
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from traitlets import Any as AnyTrait
from traitlets import Bool, Dict, Unicode
from traitlets import Set as SetTrait

from workbench.records import Reviewer

USER_HEADER = "X-Review-User"
#: The name under which Voila hands the header to a kernel.
USER_VARIABLE = "HTTP_X_REVIEW_USER"
_OURS = "x-review-"
SESSION_DAYS = 0.5


class WorkbenchIdentity(IdentityProvider):
    """Sessions of the users in ``group_assignments.yml``."""

    auth_enabled = True
    login_available = True
    logout_available = True
    token = Unicode("")
    cookie_name = Unicode("workbench-session")
    cookie_options = Dict({"samesite": "Strict", "httponly": True, "expires_days": None})
    get_secure_cookie_kwargs = Dict({"max_age_days": SESSION_DAYS})
    need_token = Bool(default_value=False)
    #: The :class:`workbench.review.Workspace` with the roster and the passwords.
    workspace = AnyTrait()
    #: The :class:`workbench.serving.attempts.Attempts` of this server.
    attempts = AnyTrait()
    _ended = SetTrait()

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
        return user  # type: ignore[no-any-return]  # the library's type allows for an awaitable, which ours never is

    def reviewer(self, user: str) -> Reviewer | None:
        """The user's entry in the roster."""
        found: Reviewer | None = self.workspace.assignments.reviewer(user)
        return found

    def check(self, user: str, password: str) -> bool:
        """Whether this is the user's password. Slow on purpose: not for the event loop."""
        return bool(self.workspace.store.check_password(user, password))

    def sign_in(self, handler: Any, user: str) -> None:
        """Begin a session."""
        self.set_login_cookie(handler, User(username=user))

    def sign_out(self, handler: Any) -> None:
        """End the session, also for a copy of its cookie."""
        value = handler.get_signed_cookie(self.cookie_name, **self.get_secure_cookie_kwargs)
        if value:
            self._ended.add(_session_of(value.decode()))
        self.clear_login_cookie(handler)

    def user_to_cookie(self, user: User) -> str:
        """The user's name and a number for the session."""
        return json.dumps({"user": user.username, "session": secrets.token_hex(16), "since": int(time.time())})

    def user_from_cookie(self, cookie_value: str) -> User | None:
        """The user of a session that was not ended, if still in the roster."""
        if _session_of(cookie_value) in self._ended:
            return None
        reviewer = self.reviewer(json.loads(cookie_value)["user"])
        return None if reviewer is None else User(username=reviewer.user, name=reviewer.name)


def _session_of(cookie_value: str) -> str:
    return str(json.loads(cookie_value)["session"])
