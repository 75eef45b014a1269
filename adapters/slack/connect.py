"""Opens the adapter in its three ways: a socket, HTTP for one workspace, HTTP for many."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient
from starlette.routing import Route

from adapters.slack import surface
from adapters.slack.app import Slack, SlackSettings
from adapters.slack.install import (
    STATE_HOLDS,
    Authorize,
    Installed,
    SealedInstallations,
    SealedStates,
)
from adapters.slack.pace import Pace
from adapters.slack.parts import House
from adapters.slack.receiver import WINDOW, Pages, Receiver
from adapters.slack.seen import Seen
from adapters.slack.web import TokenOf, Web
from bot.ports.clock import Clock

CALL_TIMEOUT_S = 30
FINISH_WITHIN_S = 5.0
TIDY_EVERY_S = 3_600
_LOGGER = "entraide.slack.silent"


@dataclass(frozen=True, slots=True)
class Opened:
    """The adapter, and the addresses to serve when it is reached over HTTP."""

    slack: Slack
    routes: list[Route]


@asynccontextmanager
async def open_slack(settings: SlackSettings, *, house: House) -> AsyncIterator[Opened]:
    """Open the adapter; nothing is connected yet."""
    async with reached(settings) as (client, session):
        opened = _many(settings, house, client) if settings.is_for_many else _one(settings, client)
        pace = Pace(time=_seconds(house.clock), interval_s=settings.post_interval_s)
        web = Web(client=client, session=session, token_of=opened.token_of, pace=pace)
        slack = Slack(bolt=opened.bolt, house=house, web=web, forget=opened.forget)
        try:
            yield Opened(slack, _routes(settings, house, opened))
        finally:
            await slack.finish(FINISH_WITHIN_S)


@asynccontextmanager
async def reached(
    settings: SlackSettings,
) -> AsyncIterator[tuple[AsyncWebClient, aiohttp.ClientSession]]:
    """Open the way to the Web API; the outbox decides what is said twice, the client never."""
    timeout = aiohttp.ClientTimeout(total=CALL_TIMEOUT_S)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        yield (
            AsyncWebClient(
                token=settings.bot_token or None,
                base_url=settings.api_base,
                session=session,
                retry_handlers=[],
                logger=silent(),
            ),
            session,
        )


@asynccontextmanager
async def connected(slack: Slack, settings: SlackSettings) -> AsyncIterator[None]:
    """Listen through a socket; it reconnects by itself, and then reads what it missed."""
    handler = AsyncSocketModeHandler(slack.bolt, settings.app_token, logger=silent())
    slack.is_connected = handler.client.is_connected

    async def heard(_client: Any, message: Mapping[str, Any], _raw: str | None) -> None:
        if message.get("type") == "hello":
            await slack.catch_up()

    handler.client.message_listeners.append(heard)
    try:
        await handler.connect_async()  # type: ignore[no-untyped-call]
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def listen_on_socket(slack: Slack, settings: SlackSettings) -> None:
    """Listen through a socket until cancelled."""
    async with connected(slack, settings):
        await asyncio.Event().wait()


async def answer_calls(slack: Slack, serve: Callable[[], Awaitable[None]]) -> None:
    """Answer what Slack sends until cancelled, and read what it gave up sending."""
    async with asyncio.TaskGroup() as group:
        group.create_task(slack.catch_up())
        await serve()


@asynccontextmanager
async def tidied(slack: Slack) -> AsyncIterator[None]:
    """Delete, from time to time, the files that nothing shows any more."""

    async def tidying() -> None:
        while True:
            await slack.tidy()
            await asyncio.sleep(TIDY_EVERY_S)

    task = asyncio.create_task(tidying())
    try:
        yield
    finally:
        task.cancel()


# --- one workspace, or many -----------------------------------------------------------------


class Alone:
    """The one workspace whose token is in the settings."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def token_of(self, space: str) -> str | None:
        """Return the token, whatever workspace is meant."""
        return self._token or None

    async def forget(self, space: str) -> None:
        """Keep going: the operator takes the token out of the settings."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How Bolt and the Web API learn their tokens."""

    bolt: AsyncApp
    home: Alone | Installed
    oauth: AsyncOAuthFlow | None = None

    @property
    def token_of(self) -> TokenOf:
        return self.home.token_of

    async def forget(self, space: str) -> None:
        await self.home.forget(space)


def _one(settings: SlackSettings, client: AsyncWebClient) -> _Way:
    bolt = AsyncApp(
        signing_secret=settings.signing_secret or None,
        client=client,
        logger=silent(),
        request_verification_enabled=False,  # the receiver verifies, and sees replays too
    )
    return _Way(bolt, Alone(settings.bot_token))


def _many(settings: SlackSettings, house: House, client: AsyncWebClient) -> _Way:
    logger = silent()
    store = SealedInstallations(
        memory=house.memory, vault=house.vault, clock=house.clock, logger=logger
    )
    installed = Installed(store=store, rotator=rotator_of(settings, client))
    bolt = AsyncApp(
        signing_secret=settings.signing_secret,
        client=client,
        logger=logger,
        authorize=Authorize(installed),  # type: ignore[arg-type]  # the SDK takes it, untyped
        request_verification_enabled=False,
    )
    return _Way(bolt, installed, _oauth(settings, house, client, store))


def rotator_of(settings: SlackSettings, client: AsyncWebClient) -> AsyncTokenRotator:
    """Return what renews tokens before they expire."""
    return AsyncTokenRotator(
        client_id=settings.client_id, client_secret=settings.client_secret, client=client
    )


def _oauth(
    settings: SlackSettings,
    house: House,
    client: AsyncWebClient,
    store: SealedInstallations,
) -> AsyncOAuthFlow:
    logger = silent()
    states = SealedStates(memory=house.memory, vault=house.vault, clock=house.clock, logger=logger)
    oauth = AsyncOAuthSettings(
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        scopes=sorted(surface.SCOPES),
        redirect_uri=f"{settings.public_url.rstrip('/')}{surface.REDIRECT_PATH}",
        install_path=surface.INSTALL_PATH,
        redirect_uri_path=surface.REDIRECT_PATH,
        install_page_rendering_enabled=False,
        callback_options=Pages(house.wordings).options(),
        installation_store=store,
        installation_store_bot_only=True,
        state_store=states,
        state_expiration_seconds=round(STATE_HOLDS.total_seconds()),
        logger=logger,
    )
    return AsyncOAuthFlow(client=client, logger=logger, settings=oauth)


def _routes(settings: SlackSettings, house: House, way: _Way) -> list[Route]:
    if settings.is_socket_mode:
        return []
    # A stamp may lie as far in the future as in the past.
    seen = Seen(memory=house.memory, vault=house.vault, clock=house.clock, holds=2 * WINDOW)
    receiver = Receiver(
        bolt=way.bolt,
        secret=settings.signing_secret,
        seen=seen,
        clock=house.clock,
        oauth=way.oauth,
    )
    return receiver.routes()


def _seconds(clock: Clock) -> Callable[[], float]:
    """Return the house's clock as seconds."""
    return lambda: clock.now().timestamp()


def silent() -> logging.Logger:
    """Return a logger that says nothing: Bolt's own quotes bodies, and so what people wrote."""
    logger = logging.getLogger(_LOGGER)
    logger.setLevel(logging.CRITICAL + 1)
    logger.propagate = False
    return logger
