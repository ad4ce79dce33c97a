"""Where the server answers, and what it takes to answer others than this machine."""

import errno
import ipaddress
import re
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path

from tornado.netutil import bind_sockets

from workbench.serving.pages import CannotServe

LOOPBACK = "127.0.0.1"
_OWN_NAMES = (LOOPBACK, "localhost", "::1", "[::1]")
_READABLE_BY_ALL = 0o004


@dataclass(frozen=True, slots=True)
class Where:
    """An address, and how the way to it is kept from being read.

    Attributes:
        port: TCP port.
        host: address or name of the interface to answer on.
        certificate: file with the certificate and those that vouch for it, PEM.
        key: file with the certificate's key, PEM.
        proxies: addresses of the proxies that end TLS before this server; nobody else is then answered.
        names: the names by which browsers call the server.
    """

    port: int = 8866
    host: str = LOOPBACK
    certificate: Path | None = None
    key: Path | None = None
    proxies: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def encrypted(self) -> bool:
        """Whether browsers speak TLS, to this server or to its proxy."""
        return self.certificate is not None or bool(self.proxies)

    @property
    def address(self) -> str:
        """What to type into the browser."""
        scheme = "https" if self.encrypted else "http"
        if self.proxies:
            return f"{scheme}://{self.names[0]}/"
        return f"{scheme}://{self.names[0] if self.names else self.host}:{self.port}/"

    @property
    def called(self) -> re.Pattern[str] | None:
        """The names that requests may be addressed to; None: those of this machine, which the library checks."""
        if not self.names:
            return None
        return re.compile("(?:" + "|".join(map(re.escape, (*self.names, *_OWN_NAMES))) + ")$", re.IGNORECASE)

    def sockets(self) -> list[socket.socket]:
        """Bound sockets.

        Raises:
            CannotServe: the port cannot be had, or what is asked for would not be safe.
        """
        self._require_safe()
        try:
            return list(bind_sockets(self.port, self.host))
        except OSError as error:
            raise CannotServe(self._refusal(error)) from error

    def tls(self) -> ssl.SSLContext | None:
        """What the sockets are encrypted with; None: nothing, or the proxy does it.

        Raises:
            CannotServe: the files are no certificate with its key.
        """
        if self.certificate is None or self.key is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            context.load_cert_chain(self.certificate, self.key, password="")
        except (OSError, ssl.SSLError) as error:
            raise CannotServe(
                f"证书“{self.certificate}”和私钥“{self.key}”不能使用（{error}）：请核对两个文件为 PEM 格式、"
                "彼此配对且私钥未加密。"
            ) from error
        return context

    def _require_safe(self) -> None:
        if (self.certificate is None) != (self.key is None):
            raise CannotServe("证书和私钥要一并给出：请同时使用 --certificate 和 --key。")
        if self.key is not None and self.key.is_file() and self.key.stat().st_mode & _READABLE_BY_ALL:
            raise CannotServe(f"私钥“{self.key}”人人可读：请执行 chmod 600 “{self.key}”。")
        for proxy in self.proxies:
            _require_address(proxy)
        beyond = not self._is_loopback()
        if beyond and not self.encrypted:
            raise CannotServe(
                f"“{self.host}”不只是本机，密码和审核内容会明文经过网络，没有启动。"
                "请用 --certificate 和 --key 给出证书，或用 --proxy 写明承担加密的代理服务器的地址。"
            )
        if (beyond or self.proxies) and not self.names:
            raise CannotServe("请用 --name 写明浏览器中使用的服务器名称（可多次使用），例如 --name shenhe.example。")

    def _is_loopback(self) -> bool:
        try:
            found = socket.getaddrinfo(self.host or None, self.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        except OSError as error:
            raise CannotServe(f"不认识地址“{self.host}”：请用 --host 写明本机的一个地址。") from error
        return all(ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_loopback for each in found)

    def _refusal(self, error: OSError) -> str:
        if error.errno == errno.EADDRINUSE:
            return f"端口 {self.port} 已被占用：请先停止占用它的程序，或用 --port 指定另一个端口。"
        if error.errno == errno.EACCES:
            return f"没有使用端口 {self.port} 的权限：请用 --port 指定 1024 以上的端口。"
        return f"不能在“{self.host}”的端口 {self.port} 上提供服务（{error}）：请用 --host 写明本机的一个地址。"


def _require_address(proxy: str) -> None:
    try:
        ipaddress.ip_address(proxy)
    except ValueError as error:
        raise CannotServe(f"代理服务器“{proxy}”不是 IP 地址：请写地址，例如 --proxy 10.0.0.5。") from error
