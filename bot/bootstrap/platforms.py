"""The platforms, wired to the core: each is a way in and a messenger, started by its token."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from typing import Literal

from pydantic import SecretStr

from adapters.discord.app import DiscordApp, DiscordSettings, World
from adapters.slack.app import SlackSettings
from adapters.slack.connect import answer_calls, listen_on_socket, open_slack, tidied
from adapters.slack.parts import House as SlackHouse
from adapters.web.app import make_server
from adapters.web.outbound import WebMessenger
from adapters.web.site import Site
from bot.bootstrap.core import Entraide
from bot.bootstrap.health import HealthPages
from bot.bootstrap.http import serve_routes, until_cancelled
from bot.bootstrap.line import Line, insisting
from bot.domain.community import Community
from bot.domain.errors import RetryLater
from bot.domain.ids import CommunityId
from bot.settings import Settings
from bot.tools import Tools

Start = Callable[[Entraide], AbstractAsyncContextManager[Line]]
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
    house.deliver_by(WebMessenger(site))
    try:
        yield site
    finally:
        await site.close()


async def serve_page(house: Entraide, site: Site) -> None:
    """Serve the page until it is cancelled."""
    host, port = house.settings.http_host, house.settings.http_port
    await until_cancelled(make_server(site=site, desk=house.desk, host=host, port=port))


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


@asynccontextmanager
async def open_discord(house: Entraide) -> AsyncIterator[Line]:
    """Log in, and deliver to Discord from then on; raises ``Undeliverable`` for a wrong token.

    Of several workers one listens: Discord would tell all of them the same.
    """
    app = discord_app(house)
    app.listen(house.desk)
    try:
        is_here = await _try_now(partial(_log_in, house, app))
        seat = house.store.seat(app.messenger.platform)

        async def hear() -> None:
            await insisting(app.connect, app.messenger.platform)
            raise ConnectionError("Discord hung up")  # for good: only a new start helps

        async def listen() -> None:
            if not is_here:
                await insisting(partial(_log_in, house, app), app.messenger.platform)
            await seat.in_turn(hear)

        async def is_well() -> bool:
            return seat.stands_by or await app.is_connected()

        yield Line(listen, is_well)
        await app.finish()
    finally:
        await app.stop()


async def _log_in(house: Entraide, app: DiscordApp) -> None:
    await app.login()
    house.deliver_by(app.messenger)
    house.tools.premises[app.messenger.platform] = app.premises
    house.tools.roles[app.messenger.platform] = app.roles


async def _try_now(attempt: Callable[[], Awaitable[None]]) -> bool:
    """Try once; say whether it worked."""
    try:
        await attempt()
    except RetryLater:
        return False
    return True


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


@asynccontextmanager
async def open_slack_line(house: Entraide, *, part: Part = "all") -> AsyncIterator[Line]:
    """Deliver to Slack from now on, and be ready to listen through a socket or over HTTP.

    Of several processes, those of the web answer HTTP and the workers only deliver.
    """
    reach = slack_settings(house.settings)
    async with open_slack(reach, house=_slack_house(house)) as opened, tidied(opened.slack):
        slack = opened.slack
        house.deliver_by(slack.messenger)
        house.tools.premises[slack.messenger.platform] = slack.premises
        if reach.is_socket_mode:
            yield Line(partial(listen_on_socket, slack, reach), slack.is_listening)
            return
        host, port = house.settings.http_host, house.settings.http_port
        routes = [*opened.routes, *HealthPages(house).routes()]
        serving = partial(serve_routes, routes, host=host, port=port)
        serve = partial(answer_calls, slack, serving)
        yield Line(serve if part != "worker" else _idle, _always)


def _slack_house(house: Entraide) -> SlackHouse:
    return SlackHouse(
        desk=house.desk,
        memory=house.store.platform_memory,
        vault=house.vault,
        clock=house.tools.clock,
        wordings=house.tools.wordings,
        communities=partial(community_at, house.tools),
    )


async def _idle() -> None:
    """Take nothing in: another process does."""


async def _always() -> bool:
    """Slack calls us: no connection stands between the calls."""
    return True


async def community_at(tools: Tools, platform: str, space: str) -> Community | None:
    """Return the community that lives in a space."""
    async with tools.uow() as uow:
        return await uow.communities.at(platform, space)


def startable(settings: Settings, part: Part = "all") -> Mapping[str, Start]:
    """Return the platforms that have their tokens and belong to this part, by name."""
    starts: dict[str, Start] = {}
    if settings.discord_token and part != "web":
        starts["Discord"] = open_discord
    reach = slack_settings(settings)
    has_tokens = (reach.bot_token and reach.is_socket_mode) or reach.signing_secret
    if has_tokens and not (reach.is_socket_mode and part == "web"):
        starts["Slack"] = partial(open_slack_line, part=part)
    return starts
