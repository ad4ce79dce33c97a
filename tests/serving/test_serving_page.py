"""What the browser gets."""

import re

from workbench.serving.headers import HEADERS
from workbench.serving.pages import PAGES

OTHERS = {name: value for name, value in HEADERS.items() if name != "Content-Security-Policy"}
POLICY_WORDS = ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")


def test_pages_load_nothing_from_outside(first):
    """Every address in a dashboard's page is one of this server, and none asks another host."""
    page = first.ask("/voila/render/duplicates.ipynb").text
    loaded = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert [address for address in loaded if not address.startswith(("/", "data:")) and address] == []
    assert [address for address in loaded if address.startswith("//")] == []


def test_all_answers_carry_the_headers(first, visitor):
    """Pages, assets, errors and redirects forbid frames, other hosts and guessing of types."""
    answers = [
        *(first.ask(page.address) for page in PAGES),
        first.ask("/voila/static/voila.js"),
        first.ask("/nothing"),
        visitor.ask("/login"),
        visitor.ask("/assets/theme.css"),
        visitor.ask("/"),
        visitor.ask("/health"),
        visitor.ask("/metrics"),
        visitor.ask("/logout", "POST", {}),
    ]
    assert [answer.status for answer in answers[: len(PAGES)]] == [200] * len(PAGES)
    assert {answer.headers["Cache-Control"] for answer in answers[: len(PAGES)]} == {"no-store"}
    for answer in answers:
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert {name: answer.headers[name] for name in OTHERS} == OTHERS
    policy = answers[0].headers["Content-Security-Policy"].split("; ")
    assert [word for word in POLICY_WORDS if word not in policy] == []
    assert "http" not in answers[0].headers["Content-Security-Policy"]


def test_missing_pages_say_so_in_chinese(first):
    """A wrong address gets a page with a way back."""
    answer = first.ask("/nothing")
    assert answer.status == 404
    assert "没有这个页面，请核对地址。" in answer.text
    assert '<a href="/">返回审核</a>' in answer.text


def test_the_root_leads_to_the_review(first):
    """The address that the server prints opens the review."""
    answer = first.ask("/")
    assert (answer.status, answer.headers["Location"]) == (302, "/voila/render/review.ipynb")
