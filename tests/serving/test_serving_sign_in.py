"""Signing in and out."""

from http.cookies import SimpleCookie

import pytest

from workbench.serving.attempts import LIMIT, LIMIT_OF_ADDRESS, LOCKED_SECONDS, REMEMBERED, Attempts

REVIEW = "/voila/render/review.ipynb"


def test_signing_in_leads_to_the_review(visitor):
    """The right password opens the dashboards, which name the user and the role."""
    answer = visitor.sign_in("group1")
    assert (answer.status, answer.headers["Location"]) == (303, REVIEW)
    page = visitor.ask("/voila/render/progress.ipynb").text
    assert "<title>进度 · 政务服务事项审核工作台</title>" in page
    assert "第一组组员 · 组员" in page
    assert '<a href="/voila/render/progress.ipynb" aria-current="page">进度</a>' in page


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(visitor):
    """The cookie is HttpOnly, SameSite=Strict and ends with the browser; it does not hold the password."""
    cookie = SimpleCookie(visitor.sign_in("group1").headers["Set-Cookie"])["workbench-session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["expires"]) == (True, "Strict", "/", "")


@pytest.mark.parametrize(("user", "password"), [("group1", "wrong"), ("nobody", "wrong"), ("group1' --", "wrong")])
def test_wrong_passwords_and_unknown_users_get_the_same_answer(visitor, user, password):
    """Who guesses does not learn whether the user exists."""
    answer = visitor.sign_in(user, password)
    assert answer.status == 401
    assert "用户名或密码不正确，请重新输入。" in answer.text
    assert visitor.ask(REVIEW).status == 302


def test_missing_words_are_asked_for(visitor):
    """An empty form is no attempt."""
    answer = visitor.sign_in("", "")
    assert (answer.status, "请输入用户名和密码。" in answer.text) == (400, True)


def test_what_was_typed_is_escaped(visitor):
    """A name with markup comes back as text."""
    assert "&lt;script&gt;" in visitor.sign_in("<script>", "wrong").text


def test_five_failures_lock_the_user(visitor):
    """Then even the right password is refused, with a plain sentence; other users are not touched."""
    statuses = [visitor.sign_in("lead1", f"wrong-{number}").status for number in range(LIMIT)]
    assert statuses == [401, 401, 401, 401, 429]
    answer = visitor.sign_in("lead1")
    assert answer.status == 429
    assert "密码连续错误 5 次，该用户已被锁定，请在 5 分钟后再试。忘记密码请联系管理员重设。" in answer.text
    assert visitor.sign_in("lead2").status == 303


def test_a_form_without_its_token_is_refused(visitor):
    """Another site cannot sign somebody in."""
    assert visitor.ask("/login", "POST", {"user": "lead3", "password": "wrong"}).status == 403


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("/voila/render/progress.ipynb", "/voila/render/progress.ipynb"),
        ("/voila/render/review.ipynb?item=a-1", "/voila/render/review.ipynb?item=a-1"),
        ("/voila/render/explore.ipynb", REVIEW),
        ("//evil.example/", REVIEW),
        ("https://evil.example/voila/render/review.ipynb", REVIEW),
        ("/\\evil.example", REVIEW),
        ("/voila/render/review.ipynb?\r\nSet-Cookie: a=b", REVIEW),
        ("javascript:alert(1)", REVIEW),
    ],
)
def test_signing_in_leads_to_dashboards_only(visitor, wanted, given):
    """Whatever a link says, the way goes on to a dashboard of this server."""
    assert visitor.sign_in("group2", next_page=wanted).headers["Location"] == given


def test_signing_out_ends_the_session(first):
    """After signing out the cookie is worth nothing, and neither is a copy of it."""
    kept = {cookie.name: cookie.value for cookie in first.jar}
    answer = first.sign_out()
    assert (answer.status, answer.headers["Location"]) == (303, "/login")
    assert first.ask(REVIEW).status == 302
    copied = "; ".join(f"{name}={value}" for name, value in kept.items())
    assert first.ask(REVIEW, Cookie=copied).status == 302


def test_forged_cookies_are_refused(visitor):
    """A cookie that the server did not sign names nobody."""
    forged = '{"session": "1"}'
    assert visitor.ask(REVIEW, Cookie=f"workbench-session={forged}").status == 302


def test_failures_are_forgotten_after_the_lock_or_a_success():
    """Five failures lock for five minutes from the last; a success clears the count."""
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    assert [attempts.begin("a") for _ in range(LIMIT)] == [0.25, 0.5, 1.0, 2.0, 4.0]
    assert (attempts.locked_for("a"), attempts.locked_for("b")) == (LOCKED_SECONDS, 0.0)
    now[0] = LOCKED_SECONDS - 1
    assert attempts.locked_for("a") == 1.0
    now[0] = LOCKED_SECONDS
    assert (attempts.locked_for("a"), attempts.begin("a")) == (0.0, 0.25)
    attempts.succeeded("a")
    assert attempts.begin("a") == 0.25


def test_addresses_are_counted_apart_from_users():
    """One password tried on many users locks the address, later than a user."""
    addresses = Attempts(clock=lambda: 0.0, limit=LIMIT_OF_ADDRESS)
    for _ in range(LIMIT_OF_ADDRESS - 1):
        addresses.begin("10.1.2.3")
    assert addresses.locked_for("10.1.2.3") == 0.0
    addresses.begin("10.1.2.3")
    assert (addresses.locked_for("10.1.2.3"), addresses.locked_for("10.1.2.4")) == (LOCKED_SECONDS, 0.0)


def test_made_up_names_do_not_fill_the_memory():
    """Only so many names are remembered."""
    attempts = Attempts(clock=lambda: 0.0)
    for number in range(REMEMBERED + 10):
        attempts.begin(str(number))
    assert len(attempts._tallies) == REMEMBERED
