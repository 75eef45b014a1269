"""`entraide community`: tell which server or workspace is a community, and its channels."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from adapters.clock import SystemClock
from bot.bootstrap.records import records
from bot.cli.output import out, stop
from bot.cli.store import community_named, open_store
from bot.domain.community import Channel, Community, Space
from bot.domain.ids import CommunityId, new_id
from bot.domain.statistics import digest_timer
from bot.settings import Settings, read_settings
from bot.ui.screen import File

app = typer.Typer(help="The communities that this process serves.", no_args_is_help=True)

PLATFORM = typer.Option(help="discord or slack.")
SPACE = typer.Option(help="Id of the server or workspace.")
HELP = typer.Option(help="Channel in which requests appear.")
MENTORS = typer.Option(help="Private channel of the mentors.")
MODERATORS = typer.Option(help="Private channel of the moderators.")


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="What people call it.")],
    platform: Annotated[str, PLATFORM],
    space: Annotated[str, SPACE],
    help_channel: Annotated[str, HELP],
    mentors_channel: Annotated[str, MENTORS],
    moderators_channel: Annotated[str, MODERATORS] = "",
) -> None:
    """Add a community, or another space to the one that has this name."""
    channels = {
        Channel.HELP: help_channel,
        Channel.MENTORS: mentors_channel,
        Channel.MODERATORS: moderators_channel,
    }
    place = Space(platform, space, {c: value for c, value in channels.items() if value})
    if platform not in ("discord", "slack"):
        stop(f"no platform is called {platform}", advice="--platform discord, or slack")
    asyncio.run(_add(read_settings(), name, place))
    out.print(f"✓ {name}: {platform} {space}")


@app.command("list")
def list_communities() -> None:
    """List the communities and their spaces."""
    table = Table("name", "language", "spaces")
    for community in asyncio.run(_all(read_settings())):
        spaces = ", ".join(f"{space.platform} {space.id}" for space in community.homes)
        table.add_row(community.name, community.language, spaces)
    out.print(table)


@app.command()
def export(
    name: Annotated[str, typer.Argument(help="What people call it, or its id.")],
    folder: Annotated[Path, typer.Argument(help="Where the files go; made if need be.")],
) -> None:
    """Write the trail and the weeks of a community as CSV files; never who asked."""
    files = asyncio.run(_records(read_settings(), name))
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        (folder / file.name).write_text(file.text, "utf-8", newline="")
        out.print(f"✓ {folder / file.name}")


async def _records(settings: Settings, name: str) -> Sequence[File]:
    async with open_store(settings) as store:
        async with store.uow() as uow:
            community = await community_named(uow, name)
        return await records(community, uow=store.uow, clock=SystemClock())


async def _add(settings: Settings, name: str, place: Space) -> None:
    async with open_store(settings, make=True) as store, store.uow() as uow:
        known = [each for each in await uow.communities.all() if each.name == name]
        if known:
            known[0].move_in(place)
            await uow.communities.save(known[0])
        else:
            fresh = CommunityId(new_id())
            community = Community(fresh, name, language=settings.language, spaces=(place,))
            await uow.communities.add(community)
            await uow.timers.set(digest_timer(community, SystemClock().now()))
        await uow.commit()


async def _all(settings: Settings) -> list[Community]:
    async with open_store(settings, make=True) as store, store.uow() as uow:
        return list(await uow.communities.all())
