"""`entraide discord` and `entraide slack`: what is done once, when a platform is set up."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer

from adapters.discord.app import DiscordApp
from adapters.slack.manifest import manifest
from bot.bootstrap.core import entraide
from bot.bootstrap.platforms import discord_app
from bot.cli.output import out, print_json, stop
from bot.settings import read_settings
from bot.wording import load

discord = typer.Typer(help="Set Discord up.", no_args_is_help=True)
slack = typer.Typer(help="Set Slack up.", no_args_is_help=True)

_T = TypeVar("_T")


@discord.command()
def sync() -> None:
    """Register the slash commands, in French and English."""
    names = _on_discord(lambda app: app.sync_commands())
    out.print(f"✓ {len(names)} commands: {', '.join('/' + name for name in names)}")


@discord.command()
def invite() -> None:
    """Print the address that adds the bot to a server, with the least permissions."""

    async def link(app: DiscordApp) -> str:
        return app.invite_link()

    typer.echo(_on_discord(link))


@slack.callback()
def slack_setup() -> None:
    """Set Slack up."""


@slack.command("manifest")
def slack_manifest(
    url: Annotated[str, typer.Option(help="Public address; empty: Socket Mode.")] = "",
) -> None:
    """Print the app manifest to paste at api.slack.com when the app is made."""
    print_json(manifest(load(), language=read_settings().language, public_url=url))


def _on_discord(do: Callable[[DiscordApp], Awaitable[_T]]) -> _T:
    settings = read_settings()
    if not settings.discord_token:
        stop("Discord has no token", advice="Set ENTRAIDE_DISCORD_TOKEN: docs/discord.md.")

    async def done() -> _T:
        async with entraide(settings) as house:
            app = discord_app(house)
            await app.login()
            try:
                return await do(app)
            finally:
                await app.stop()

    return asyncio.run(done())
