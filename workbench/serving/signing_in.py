"""The sign-in page, signing in and signing out."""

import asyncio
import math
from typing import cast

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

from workbench.serving.headers import PLAIN_POLICY
from workbench.serving.identity import WorkbenchIdentity
from workbench.serving.kernels import OwnedKernels
from workbench.serving.pages import safe_next

_LONGEST = 256


class PlainHandler(JupyterHandler):
    """Pages without scripts."""

    @property
    def identity(self) -> WorkbenchIdentity:
        """Who checks passwords and keeps sessions."""
        return cast("WorkbenchIdentity", self.identity_provider)

    @property
    def content_security_policy(self) -> str:
        """Stricter than the dashboards'."""
        return PLAIN_POLICY


class SignIn(PlainHandler):
    """The form, and what it sends."""

    @allow_unauthenticated
    def get(self) -> None:
        """The form; who is signed in goes on to the dashboard."""
        if self.current_user is not None:
            self.redirect(self._next())
            return
        self._form()

    @allow_unauthenticated
    async def post(self) -> None:
        """Sign in, or say plainly why not."""
        user = self.get_body_argument("user", "").strip()[:_LONGEST]
        password = self.get_body_argument("password", "", strip=False)[:_LONGEST]
        if not user or not password:
            self._form("请输入用户名和密码。", user, 400)
            return
        refusal, status = await self._refusal(user, password)
        if refusal:
            self._form(refusal, user, status)
            return
        self.identity.watch.tell("signed_in", user, self.request.remote_ip)
        self.identity.sign_in(self, user)
        self.redirect(self._next(), status=303)

    async def _refusal(self, user: str, password: str) -> tuple[str, int]:
        """Why this user cannot sign in with this password, with the status; the empty string when they can."""
        identity, address = self.identity, str(self.request.remote_ip)
        if identity.addresses.locked_for(address):
            identity.watch.tell("refused_address", user, address)
            return "这台电脑上密码错误次数过多，请在 5 分钟后再试。", 429
        if locked := identity.attempts.locked_for(user):
            identity.watch.tell("refused_locked", user, address)
            return _locked(locked), 429
        delay = identity.attempts.begin(user)
        if await asyncio.get_running_loop().run_in_executor(None, identity.check, user, password):
            identity.attempts.succeeded(user)
            return "", 200
        identity.addresses.begin(address)
        identity.watch.tell("failed", user, address)
        if locked := identity.attempts.locked_for(user):
            return _locked(locked), 429
        await asyncio.sleep(delay)
        return "用户名或密码不正确，请重新输入。", 401

    def _next(self) -> str:
        return safe_next(self.get_argument("next", ""))

    def _form(self, message: str = "", user: str = "", status: int = 200) -> None:
        self.set_status(status)
        self.set_header("Cache-Control", "no-store")
        page = self.render_template("sign_in.html", message=message, user=user, next=self._next())  # type: ignore[no-untyped-call]  # nor is it typed there
        self.finish(page)


class SignOut(PlainHandler):
    """Ends the session."""

    async def post(self) -> None:
        """Sign out, end the kernels when it was the user's last session, and show the form again."""
        user = self.current_user.username
        self.identity.watch.tell("signed_out", user, str(self.request.remote_ip))
        self.identity.sign_out(self)
        if not self.identity.sessions.has(user):
            await cast("OwnedKernels", self.kernel_manager).end_of(user)
        self.redirect("/login", status=303)

    def get(self) -> None:
        """Signing out takes the page's button: a link on another site must not do it."""
        raise HTTPError(405)


def _locked(seconds: float) -> str:
    minutes = math.ceil(seconds / 60)
    return f"密码连续错误 5 次，该用户已被锁定，请在 {minutes} 分钟后再试。忘记密码请联系管理员重设。"
