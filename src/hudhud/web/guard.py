"""What every request passes and every response carries."""

from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hudhud.web.access import Access
from hudhud.web.problems import problem

__all__ = ["CONTENT_SECURITY_POLICY", "Guard", "cookies_of"]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}
_MOST_BODY = 64 * 1024  # bytes; the longest judgement is a few hundred
_MOST_QUERY = 4 * 1024


class Guard:
    """Checks the host, the sizes, the token and, for a write, where it comes from; sets the headers."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app, self.access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, guarded)
        else:
            await self.app(scope, _bounded(receive), guarded)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        cookies = cookies_of(headers)
        if not self.access.is_known_host(headers.get("host", "")):
            return problem(421, "This server answers to its own address only, not to the host that was asked for.")
        if len(scope.get("query_string", b"")) > _MOST_QUERY:
            return problem(414, f"The query is longer than {_MOST_QUERY} bytes.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > _MOST_BODY:
            return problem(413, f"The body is longer than {_MOST_BODY} bytes.")
        is_entrance = scope["path"] == "/" and b"token=" in scope.get("query_string", b"")
        if not is_entrance and not self.access.is_admitted(headers.get("authorization", ""), cookies):
            refused = problem(401, "This desk asks for a token: open the address that `hudhud serve` printed.")
            refused.headers["WWW-Authenticate"] = "Bearer"
            return refused
        if scope["method"] not in ("GET", "HEAD", "OPTIONS") and not self.access.may_write(headers, cookies):
            return problem(
                403, "A write needs the cookie and the X-Hudhud header of /api/v1/session, from a page of this server."
            )
        return None


def cookies_of(headers: Headers) -> dict[str, str]:
    """The cookies of a request; none where they cannot be read."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _bounded(receive: Receive) -> Receive:
    """A body that was sent without its length stops where the longest one would."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message: dict[str, Any] = dict(await receive())
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > _MOST_BODY else message

    return bounded
