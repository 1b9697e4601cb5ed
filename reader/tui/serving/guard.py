"""Who may talk to the server: the token, the Host and the Origin of every request.

Owns the rules, without any web framework; `reader.tui.serving.server` asks them.
A page of another site cannot know the token, a name that was pointed at this machine
(DNS rebinding) is not one of the hosts, and a websocket of another page has the wrong
origin.
"""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_LOCALHOST = "localhost"
_HTTP_PORT = 80


def is_loopback(host: str) -> bool:
    """Tell whether only this machine itself can reach `host`.

    Names are not looked up: that could ask the network.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    return host == _LOCALHOST or (is_address(host) and _address(host).is_loopback)


def is_address(host: str) -> bool:
    """Tell whether `host` is an IP address and not a name.

    >>> is_address("192.168.1.5"), is_address("::1"), is_address("zeitung.example")
    (True, True, False)
    """
    try:
        _address(host)
    except ValueError:
        return False
    return True


def new_token() -> str:
    """Return a token of 192 random bits that fits into a path."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Guard:
    """What a request must bring along to be answered."""

    host: str
    """The address that the server listens on: an IP address."""
    port: int
    token: str = field(default_factory=new_token, repr=False)

    @property
    def url(self) -> str:
        """The address of the page, as a browser on this machine can open it."""
        return f"http://{self._authority(_reachable(self.host))}/{self.token}/"

    def knows_token(self, path: str) -> bool:
        """Tell whether `path` starts with the token; takes equally long either way."""
        first = path.removeprefix("/").partition("/")[0]
        return secrets.compare_digest(first.encode(), self.token.encode())

    def knows_host(self, header: str) -> bool:
        """Tell whether the Host header `header` names this server.

        A server for other machines may be called by any address, but by no name.
        """
        names = {_LOCALHOST, self.host} if is_loopback(self.host) else {_LOCALHOST}
        if header.lower() in {self._authority(name) for name in names}:
            return True
        return not is_loopback(self.host) and self._has_address(header)

    def knows_origin(self, origin: str | None, host_header: str) -> bool:
        """Tell whether a websocket was opened by a page of this server.

        `host_header` is one that `knows_host` has let pass.
        """
        return origin is not None and origin.lower() == f"http://{host_header.lower()}"

    def _has_address(self, header: str) -> bool:
        try:
            parts = urlsplit(f"//{header}")
            port = _HTTP_PORT if parts.port is None else parts.port
        except ValueError:
            return False
        host = parts.hostname or ""
        return (
            is_address(host) and header == self._authority(host) and port == self.port
        )

    def _authority(self, host: str) -> str:
        """Return host and port as browsers write them; 80 is left out."""
        name = f"[{host}]" if ":" in host else host
        return name if self.port == _HTTP_PORT else f"{name}:{self.port}"


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    return ipaddress.ip_address(host)


def _reachable(host: str) -> str:
    """Return `host`, or the loopback address where it stands for all addresses."""
    if not _address(host).is_unspecified:
        return host
    return "::1" if ":" in host else "127.0.0.1"
