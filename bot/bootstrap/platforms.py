"""The platforms, wired to the core: each is a way in and a messenger, started by its token."""

from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any

from adapters.discord.app import DiscordApp, DiscordSettings, World
from adapters.web.app import serve
from adapters.web.outbound import WebMessenger
from adapters.web.site import Site
from bot.bootstrap.core import Entraide
from bot.domain.community import Community
from bot.domain.ids import CommunityId
from bot.settings import Settings
from bot.tools import Tools

Start = Callable[[Entraide], Coroutine[Any, Any, None]]


async def serve_page(house: Entraide, community: CommunityId) -> None:
    """Open the page and serve it until the process is told to stop."""
    settings = house.settings
    site = await Site.open(
        settings.state_dir / "page.db",
        vault=house.vault,
        wordings=house.tools.wordings,
        community=community,
    )
    house.messengers[WebMessenger.platform] = WebMessenger(site)
    try:
        await serve(site=site, desk=house.desk, host=settings.http_host, port=settings.http_port)
    finally:
        await site.close()


def discord_app(house: Entraide) -> DiscordApp:
    """Make the Discord side; its messenger delivers from now on."""
    token = house.settings.discord_token
    if token is None:
        raise LookupError("ENTRAIDE_DISCORD_TOKEN")
    reach = DiscordSettings(
        token.get_secret_value(), house.settings.discord_api_base, house.settings.discord_gateway
    )
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
    app.listen(house.desk)
    try:
        await app.run()
    finally:
        await app.stop()


async def community_at(tools: Tools, platform: str, space: str) -> Community | None:
    """Return the community that lives in a space."""
    async with tools.uow() as uow:
        return await uow.communities.at(platform, space)


def startable(settings: Settings) -> Mapping[str, Start]:
    """Return the platforms that have their tokens, by name."""
    starts: dict[str, Start] = {}
    if settings.discord_token:
        starts["Discord"] = run_discord
    return starts
