"""Where the server answers: this machine, or others with the way encrypted."""

import http.client
import ssl
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.serving import CannotServe, Where


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that vouches for itself, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    made = (folder / "certificate.pem", folder / "key.pem")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-out", str(made[0]), "-keyout", str(made[1])]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    made[1].chmod(0o600)
    return made


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        (Where(0, "0.0.0.0"), "“0.0.0.0”不只是本机，密码和审核内容会明文经过网络，没有启动"),
        (Where(0, "::"), "“::”不只是本机"),
        (Where(0, ""), "“”不只是本机"),
        (Where(0, "0.0.0.0", names=("a.example",)), "“0.0.0.0”不只是本机"),
        (Where(0, proxies=("127.0.0.1",)), "请用 --name 写明浏览器中使用的服务器名称"),
        (Where(0, proxies=("proxy.example",), names=("a.example",)), "“proxy.example”不是 IP 地址"),
        (Where(0, certificate=Path("a.pem")), "请同时使用 --certificate 和 --key"),
        (Where(0, key=Path("a.pem")), "请同时使用 --certificate 和 --key"),
    ],
)
def test_what_would_not_be_safe_is_refused(where, sentence):
    """Beyond this machine only with TLS or a stated proxy; each refusal says what to add."""
    with pytest.raises(CannotServe) as told:
        where.sockets()
    assert sentence in str(told.value)


def test_the_command_refuses_too(desk):
    """The process ends with the sentence and the status of wrong usage before it answers anybody."""
    command = [sys.executable, "-m", "workbench", "serve", "--workspace", str(desk.path), "--host", "0.0.0.0"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("“0.0.0.0”不只是本机")


def test_a_stated_proxy_may_be_answered():
    """With a proxy and names the socket is bound, and requests for other names find nothing."""
    where = Where(0, "0.0.0.0", proxies=("10.0.0.5",), names=("shenhe.example",))
    for made in where.sockets():
        made.close()
    assert (where.encrypted, where.address) == (True, "https://shenhe.example/")
    assert [bool(where.called.match(name)) for name in ("shenhe.example", "SHENHE.example", "x.shenhe.example")] == [
        True,
        True,
        False,
    ]
    assert not where.called.match("shenhe.example.evil")


def test_keys_that_everybody_reads_and_broken_ones_are_refused(tmp_path: Path, certificate):
    """The key's mode and whether it belongs to the certificate are looked at before the start."""
    broken = tmp_path / "key.pem"
    broken.write_text("no key")
    with pytest.raises(CannotServe, match="不能使用"):
        Where(0, certificate=certificate[0], key=broken).tls()
    broken.chmod(0o644)
    with pytest.raises(CannotServe, match="人人可读：请执行 chmod 600"):
        Where(0, certificate=certificate[0], key=broken).sockets()


def test_served_with_a_certificate(start, certificate):
    """Over TLS the cookies are Secure, the browser is told to stay with TLS, and other names find nothing."""
    words = ("--certificate", str(certificate[0]), "--key", str(certificate[1]), "--name", "localhost")
    running = start(*words)
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    port = int(running.address.rsplit(":", 1)[1])

    def ask(host: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPSConnection("localhost", port, context=trusting, timeout=60)
        connection.request("GET", "/login", headers={"Host": host})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    answer = ask(f"localhost:{port}")
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "secure" in answer.headers["Set-Cookie"].lower()
    assert ask("evil.example").status == 404


def test_nothing_older_than_tls_1_2(certificate):
    """Versions with known holes are not spoken."""
    context = Where(0, certificate=certificate[0], key=certificate[1]).tls()
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2


def test_only_the_proxy_is_answered(start):
    """Whoever is not the stated proxy is hung up on; a proxy elsewhere means that nobody here is answered."""
    running = start("--proxy", "127.0.0.9", "--name", "shenhe.example")
    port = int(running.address.rsplit(":", 1)[1])
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        _ask_from("127.0.0.1", port)
    answer = _ask_from("127.0.0.9", port)
    assert (answer.status, "secure" in answer.headers["Set-Cookie"].lower()) == (200, True)


def _ask_from(address: str, port: int) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, source_address=(address, 0), timeout=60)
    try:
        named = {"Host": "shenhe.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "10.1.2.3"}
        connection.request("GET", "/login", headers=named)
        answer = connection.getresponse()
        answer.read()
        return answer
    finally:
        connection.close()
