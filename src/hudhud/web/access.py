"""Who may ask: hosts, tokens, origins."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

__all__ = ["DESK_COOKIE", "TOKEN_COOKIE", "Access", "is_loopback"]

DESK_COOKIE = "hudhud_desk"
TOKEN_COOKIE = "hudhud_token"


def is_loopback(host: str) -> bool:
    """Whether an address to bind to is this machine's own."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Access:
    """What a request must bring.

    `host` is the address bound to. With `token`, every request brings it: as `Authorization: Bearer`, or as the
    cookie that a visit to `/?token=…` sets. `secret` is new with each start; from it follow the cookie and the
    header that a write must bring together.
    """

    host: str = "127.0.0.1"
    token: str | None = None
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def __post_init__(self) -> None:
        if not is_loopback(self.host) and not self.token:
            raise ValueError("an address that others reach needs a token")

    def is_known_host(self, header: str) -> bool:
        """Whether a Host header names this server by address.

        A page of another site can point its own name at this address (DNS rebinding), so names other than
        `localhost` are refused; an address cannot be pointed anywhere.
        """
        try:
            name = urlsplit(f"//{header}").hostname or ""
        except ValueError:
            return False
        if is_loopback(name):
            return True
        try:
            ip_address(name)
        except ValueError:
            return False
        return not is_loopback(self.host)

    def is_admitted(self, authorization: str, cookies: Mapping[str, str]) -> bool:
        """Whether the token is there, where one is asked for."""
        if self.token is None:
            return True
        scheme, _, given = authorization.partition(" ")
        bearer = given.strip() if scheme.lower() == "bearer" else ""
        return self.is_token(bearer) or _same(cookies.get(TOKEN_COOKIE, ""), self.token_cookie)

    def is_token(self, given: str) -> bool:
        """Whether this is the token."""
        return self.token is not None and _same(given, self.token)

    @property
    def token_cookie(self) -> str:
        """What the cookie of an admitted browser holds: the token itself never leaves the address bar."""
        return self._signed(f"token {self.token}")

    @property
    def desk_cookie(self) -> str:
        """What the cookie of a session holds."""
        return self._signed("desk")

    @property
    def write_header(self) -> str:
        """What `X-Hudhud` must hold in a write; only a page of this origin can read it."""
        return self._signed("write")

    def may_write(self, headers: Mapping[str, str], cookies: Mapping[str, str]) -> bool:
        """Whether a write comes from the desk's own page, or from a client that asked for a session."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "same-origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            return False
        return (
            site in ("same-origin", "none")
            and _same(cookies.get(DESK_COOKIE, ""), self.desk_cookie)
            and _same(headers.get("x-hudhud", ""), self.write_header)
        )

    def _signed(self, what: str) -> str:
        return hmac.new(self.secret.encode(), what.encode(), hashlib.sha256).hexdigest()


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())
