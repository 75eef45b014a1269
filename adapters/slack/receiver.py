"""Slack over HTTP: signed requests in, and the pages that install the app."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from html import escape

from slack_bolt.adapter.starlette.async_handler import (
    to_async_bolt_request,
    to_starlette_response,
)
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.response import BoltResponse
from slack_sdk.signature import Clock as SignatureClock
from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.slack import surface
from adapters.slack.seen import Seen
from bot.domain.people import LANGUAGES, Language
from bot.ports.clock import Clock
from bot.wording import Wording

WINDOW = timedelta(minutes=5)  # how old a signature may be
BODY_MAX = 1024 * 1024
_UNAUTHORIZED, _TOO_LARGE = 401, 413
_HTML: dict[str, str | Sequence[str]] = {"content-type": ["text/html; charset=utf-8"]}


class Receiver:
    """Lets in what Slack signed, within five minutes, once."""

    def __init__(
        self,
        *,
        bolt: AsyncApp,
        secret: str,
        seen: Seen,
        clock: Clock,
        oauth: AsyncOAuthFlow | None = None,
    ) -> None:
        self._bolt, self._seen, self._oauth = bolt, seen, oauth
        self._verifier = SignatureVerifier(secret, _PortClock(clock))

    def routes(self) -> list[Route]:
        """Return the addresses to serve, in the web process."""
        found = [Route(surface.EVENTS_PATH, self._events, methods=["POST"])]
        if self._oauth is not None:
            found += [
                Route(surface.INSTALL_PATH, self._install, methods=["GET"]),
                Route(surface.REDIRECT_PATH, self._redirected, methods=["GET"]),
            ]
        return found

    async def _events(self, request: Request) -> Response:
        body = await _bounded(request)
        if body is None:
            return Response(status_code=_TOO_LARGE)
        if not self._is_signed(request, body):
            return Response(status_code=_UNAUTHORIZED)
        signature = request.headers["x-slack-signature"]
        async with self._seen.once("signature", signature) as is_new:
            if not is_new:
                return Response(status_code=_UNAUTHORIZED)
            answer = await self._bolt.async_dispatch(to_async_bolt_request(request, body))
            return to_starlette_response(answer)

    def _is_signed(self, request: Request, body: bytes) -> bool:
        """Say so before anybody reads the body: libraries quote what they refuse in logs."""
        stamp = request.headers.get("x-slack-request-timestamp", "")
        signature = request.headers.get("x-slack-signature")
        return stamp.isdecimal() and self._verifier.is_valid(body, stamp, signature)

    async def _install(self, request: Request) -> Response:
        assert self._oauth is not None
        answer = await self._oauth.handle_installation(to_async_bolt_request(request, b""))
        return to_starlette_response(answer)

    async def _redirected(self, request: Request) -> Response:
        assert self._oauth is not None
        answer = await self._oauth.handle_callback(to_async_bolt_request(request, b""))
        return to_starlette_response(answer)


class Pages:
    """What an administrator reads at the end of an installation."""

    def __init__(self, wordings: Mapping[Language, Wording]) -> None:
        self._wordings = wordings

    def options(self) -> AsyncCallbackOptions:
        """Return the pages in the form that Bolt asks for."""
        return AsyncCallbackOptions(success=self._success, failure=self._failure)

    async def _success(self, args: AsyncSuccessArgs) -> BoltResponse:
        return BoltResponse(status=200, headers=_HTML, body=self._page("slack-installed"))

    async def _failure(self, args: AsyncFailureArgs) -> BoltResponse:
        page = self._page("slack-not-installed")
        return BoltResponse(status=args.suggested_status_code, headers=_HTML, body=page)

    def _page(self, key: str) -> str:
        says = [self._wordings[language] for language in LANGUAGES]
        title = escape(says[0](f"{key}-title"))
        texts = "".join(f'<p lang="{say.language}">{escape(say(key))}</p>' for say in says)
        return (
            f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>{title}</title>'
            f"<h1>{title}</h1>{texts}"
        )


class _PortClock(SignatureClock):
    """The one clock of the house, as the SDK asks for it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock.now().timestamp()


async def _bounded(request: Request) -> bytes | None:
    """Return the body, or None when it is larger than anything Slack sends."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > BODY_MAX:
            return None
    return bytes(content)
