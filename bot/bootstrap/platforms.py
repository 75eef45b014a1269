"""The platforms, wired to the core: each is a way in and a messenger, started by its token."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from functools import partial
from typing import Any, Literal

import uvicorn
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.routing import Route

from adapters.discord.app import DiscordApp, DiscordSettings, World
from adapters.slack.app import House as SlackHouse
from adapters.slack.app import SlackSettings
from adapters.slack.connect import connected, open_slack, tidied
from adapters.web.app import serve
from adapters.web.outbound import WebMessenger
from adapters.web.site import Site
from bot.bootstrap.core import Entraide
from bot.domain.community import Community
from bot.domain.ids import CommunityId
from bot.settings import Settings
from bot.tools import Tools

Start = Callable[[Entraide], Coroutine[Any, Any, None]]
# One process is all of it; of several, the web answers HTTP, and workers do all the rest.
Part = Literal["all", "web", "worker"]


@asynccontextmanager
async def open_page(house: Entraide, community: CommunityId) -> AsyncIterator[Site]:
    """Open the page's file; its messenger delivers from now on."""
    site = await Site.open(
        house.settings.state_dir / "page.db",
        vault=house.vault,
        wordings=house.tools.wordings,
        community=community,
    )
    house.messengers[WebMessenger.platform] = WebMessenger(site)
    try:
        yield site
    finally:
        await site.close()


async def serve_page(house: Entraide, site: Site) -> None:
    """Serve the page until the process is told to stop."""
    settings = house.settings
    await serve(site=site, desk=house.desk, host=settings.http_host, port=settings.http_port)


def discord_settings(settings: Settings) -> DiscordSettings:
    """Return how to reach Discord; raises ``LookupError`` without a token."""
    if settings.discord_token is None:
        raise LookupError("ENTRAIDE_DISCORD_TOKEN")
    token = settings.discord_token.get_secret_value()
    return DiscordSettings(token, settings.discord_api_base, settings.discord_gateway)


def discord_app(house: Entraide) -> DiscordApp:
    """Make the Discord side; its messenger delivers from now on."""
    reach = discord_settings(house.settings)
    tools = house.tools
    world = World(
        communities=partial(community_at, tools),
        memory=house.store.platform_memory,
        vault=house.vault,
        clock=tools.clock,
        wordings=tools.wordings,
    )
    return DiscordApp(reach, world)


async def run_discord(house: Entraide) -> None:
    """Listen on Discord until told to stop."""
    app = discord_app(house)
    house.messengers[app.messenger.platform] = app.messenger
    house.tools.premises[app.messenger.platform] = app.premises
    app.listen(house.desk)
    try:
        await app.run()
    finally:
        await app.stop()


def slack_settings(settings: Settings) -> SlackSettings:
    """Return how to reach Slack."""

    def plain(secret: SecretStr | None) -> str:
        return secret.get_secret_value() if secret else ""

    return SlackSettings(
        bot_token=plain(settings.slack_bot_token),
        app_token=plain(settings.slack_app_token),
        signing_secret=plain(settings.slack_signing_secret),
        client_id=settings.slack_client_id,
        client_secret=plain(settings.slack_client_secret),
        public_url=settings.public_url,
        api_base=settings.slack_api_base,
    )


async def run_slack(house: Entraide, *, part: Part = "all") -> None:
    """Listen on Slack, through a socket or over HTTP, until told to stop; deliver to it too.

    Of several processes, those of the web answer HTTP and the workers only deliver.
    """
    reach, tools, settings = slack_settings(house.settings), house.tools, house.settings
    home = SlackHouse(
        desk=house.desk,
        memory=house.store.platform_memory,
        vault=house.vault,
        clock=tools.clock,
        wordings=tools.wordings,
        communities=partial(community_at, tools),
    )
    async with open_slack(reach, house=home) as opened:
        house.messengers[opened.slack.messenger.platform] = opened.slack.messenger
        tools.premises[opened.slack.messenger.platform] = opened.slack.premises
        if not reach.is_socket_mode and part != "worker":
            async with tidied(opened.slack):
                await _serve(opened.routes, settings)
            return
        listening = connected(opened.slack, reach) if reach.is_socket_mode else nullcontext()
        async with listening, tidied(opened.slack):
            await asyncio.Event().wait()  # until the process is told to stop


async def _serve(routes: Sequence[Route], settings: Settings) -> None:
    config = uvicorn.Config(
        Starlette(routes=routes),
        host=settings.http_host,
        port=settings.http_port,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
    )
    await uvicorn.Server(config).serve()


async def community_at(tools: Tools, platform: str, space: str) -> Community | None:
    """Return the community that lives in a space."""
    async with tools.uow() as uow:
        return await uow.communities.at(platform, space)


def startable(settings: Settings, part: Part = "all") -> Mapping[str, Start]:
    """Return the platforms that have their tokens and belong to this part, by name."""
    starts: dict[str, Start] = {}
    if settings.discord_token and part != "web":
        starts["Discord"] = run_discord
    reach = slack_settings(settings)
    has_tokens = (reach.bot_token and reach.is_socket_mode) or reach.signing_secret
    if has_tokens and not (reach.is_socket_mode and part == "web"):
        starts["Slack"] = partial(run_slack, part=part)
    return starts
