"""`entraide discord`: what is done once, when Discord is set up."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import typer

from adapters.discord.app import DiscordApp
from bot.bootstrap.core import entraide
from bot.bootstrap.platforms import discord_app
from bot.cli.output import out, stop
from bot.settings import read_settings

app = typer.Typer(help="Set Discord up.", no_args_is_help=True)

_T = TypeVar("_T")


@app.command()
def sync() -> None:
    """Register the slash commands, in French and English."""
    names = _on_discord(lambda bot: bot.sync_commands())
    out.print(f"✓ {len(names)} commands: {', '.join('/' + name for name in names)}")


@app.command()
def invite() -> None:
    """Print the address that adds the bot to a server, with the least permissions."""

    async def link(bot: DiscordApp) -> str:
        return bot.invite_link()

    typer.echo(_on_discord(link))


def _on_discord(do: Callable[[DiscordApp], Awaitable[_T]]) -> _T:
    settings = read_settings()
    if not settings.discord_token:
        stop("Discord has no token", advice="Set ENTRAIDE_DISCORD_TOKEN: docs/discord.md.")

    async def done() -> _T:
        async with entraide(settings) as house:
            bot = discord_app(house)
            await bot.login()
            try:
                return await do(bot)
            finally:
                await bot.stop()

    return asyncio.run(done())
