"""Health, numbers and the audit trail of the running server."""

import json
import stat

from workbench.serving.watching import Watch


def test_health_is_one_word_for_everybody(visitor):
    """Strangers learn whether the server is well, and nothing else."""
    answer = visitor.ask("/health")
    assert (answer.status, answer.text, answer.headers["Cache-Control"]) == (200, "ok\n", "no-store")
    assert visitor.ask("/health?x=1", "POST").status in {403, 405}


def test_a_store_that_does_not_answer_is_not_well(workspace):
    """Without its database the server says so; the answer is looked for again after two seconds."""
    now = [0.0]
    watch = Watch(workspace, clock=lambda: now[0])
    assert watch.is_well() is True
    workspace.store.close()
    (workspace.path / "data" / "workbench.sqlite").write_bytes(b"not a database, whatever was here before")
    assert watch.is_well() is True
    now[0] = 2.0
    assert watch.is_well() is False


def test_numbers_are_for_who_has_the_token(desk, first, visitor):
    """Nobody reads the metrics without the token of the workspace, which only the server's user can read."""
    kept = desk.path / "data" / "metrics-token"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    for each, word in ((first, ""), (visitor, ""), (visitor, "Bearer "), (visitor, "Bearer wrong")):
        assert each.ask("/metrics", Authorization=word).status == 403
    told = visitor.ask("/metrics", Authorization=f"Bearer {kept.read_text()}")
    assert told.status == 200
    for name in ("sign_ins_total", "request_seconds_count", "kernels", "sessions", "returns_waiting", "last_event"):
        assert f"\nworkbench_{name}" in told.text
    assert 'workbench_sign_ins_total{outcome="signed_in"}' in told.text
    assert [user for user in ("group1", "lead1") if user in told.text] == []


def test_the_trail_tells_who_signed_in_and_out(desk, visitor):
    """Sign-ins, failures and sign-outs are on record; what is no user's name is not, for it may be a password."""
    before = len(list(desk.trail.entries()))
    visitor.sign_in("lead2", "wrong-password")
    visitor.sign_in("my-Secret-password", "wrong")
    visitor.sign_in("lead2")
    visitor.sign_out()
    written = list(desk.trail.entries())[before:]
    told = [(each["what"], each["user"], each["address"]) for each in written]
    assert told == [
        ("failed", "lead2", "127.0.0.1"),
        ("failed", "", "127.0.0.1"),
        ("signed_in", "lead2", "127.0.0.1"),
        ("signed_out", "lead2", "127.0.0.1"),
    ]
    assert desk.trail.broken() == []
    assert "assword" not in json.dumps(written)
    assert stat.S_IMODE(desk.trail.path.stat().st_mode) == 0o600


def test_all_secrets_are_the_owners_alone(desk, server):
    """Every file of a served workspace that opens a door or names who did what has mode 600."""
    assert server.process.poll() is None
    data = desk.path / "data"
    modes = {name: oct(stat.S_IMODE((data / name).stat().st_mode)) for name in ("cookie-secret", "metrics-token")}
    assert set(modes.values()) == {"0o600"}
