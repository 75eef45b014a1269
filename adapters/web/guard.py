"""Stands before every request: known host, same origin, strict policy, small bodies."""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Guard:
    """Refuses what no browser of ours sends, and dresses every answer in a strict policy.

    The page has no accounts, so its only walls are these: a name that points to loopback
    from outside (DNS rebinding) is an unknown host, and a form of another site is of
    another origin.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str] = LOOPBACK) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault("cache-control", _keep(scope["path"]))
            await send(message)

        headers = Headers(scope=scope)
        if _name(headers.get("host", "")) not in self._hosts:
            answer = PlainTextResponse("Unknown host.", 421)
            await answer(scope, receive, dressed)
        elif scope["method"] not in ("GET", "HEAD") and not _is_ours(headers):
            answer = PlainTextResponse("Another site may not act here.", 403)
            await answer(scope, receive, dressed)
        else:
            await self._app(scope, receive, dressed)


def _keep(path: str) -> str:
    """Our own files are asked for again each time, and answered by their mark alone."""
    return "no-cache" if path.startswith("/static/") else "no-store"


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_ours(headers: Headers) -> bool:
    """Say whether a request comes from our page; programs other than browsers send neither."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
