"""A community in simcord's Discord: the core and the real SDK, with no more than we ask for."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord import Env
from simcord.builders import ChannelHandle, GuildHandle

from adapters.case_search import KnowledgeSearch
from adapters.discord.app import DiscordApp
from adapters.discord.commands import PERMISSIONS
from adapters.reading import KnowledgeTriage
from tests.fakes.discord_sim.driver import SimDriver
from tests.fakes.discord_sim.hands import SimHands
from tests.fakes.discord_wire.platform import MENTORS, House, found_community

NAMES = ("camille", "louis", "nadia", "yann", "sacha")
HIDDEN = discord.PermissionOverwrite(view_channel=False)
OPEN = discord.PermissionOverwrite(view_channel=True)
PATIENCE = 60.0  # seconds of a busy machine; what hangs is told all the same


@asynccontextmanager
async def open_simcord(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], folder: Path
) -> AsyncIterator[SimDriver]:
    """The people of the suite in a server, with a bot that has the least permissions."""
    house = House(memory, folder)
    app = house.client()
    async with _running(app) as env:
        guild = env.create_guild("Entre pairs")
        _grant_least(env, guild)
        people = {name: _join(env, guild, name) for name in NAMES}
        rooms = _rooms(guild, people)
        driver = SimDriver(env, house, guild, people, rooms, house.tools.wordings)
        driver.use(app)
        _speak_their_languages(env, people)
        await app.sync_commands()
        places = {name: str(room.id) for name, room in rooms.items()}
        accounts = {name: str(hands.user.id) for name, hands in people.items()}
        await found_community(house, str(guild.id), places, accounts)
        await driver.settled()
        yield driver


@pytest.fixture
async def simcord_driver(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], tmp_path: Path
) -> AsyncIterator[SimDriver]:
    """The driver of the suite, to be imported under the name ``driver``."""
    async with open_simcord(memory, tmp_path) as driver:
        yield driver


@asynccontextmanager
async def _running(app: DiscordApp) -> AsyncIterator[Env]:
    """Run a client; what it raised and nobody looked at fails the test."""
    env = Env(
        app.client,
        shard_count=1,
        approved_intents=app.client.intents,
        settle_timeout=PATIENCE,
    )
    await env.start()
    try:
        yield env
    finally:
        await env.shutdown()
    env.raise_errors()


def _join(env: Env, guild: GuildHandle, name: str) -> SimHands:
    roles = []
    if name == "sacha":
        can = discord.Permissions(manage_guild=True)
        roles = [guild.create_role("moderation", permissions=can)]
    user = env.create_user(f"{name}.acct", global_name=name.title())
    return SimHands(env, guild.add_member(user, roles=roles, nick=name.title()))


def _rooms(guild: GuildHandle, people: Mapping[str, SimHands]) -> dict[str, ChannelHandle]:
    def shut(name: str, *members: str) -> ChannelHandle:
        assert guild.me is not None
        let_in: dict[Any, Any] = {people[member].member: OPEN for member in members}
        overwrites = {guild.default_role: HIDDEN, guild.me: OPEN} | let_in
        return guild.create_text_channel(name, overwrites=overwrites)

    return {
        "help": guild.create_text_channel("entraide"),
        "mentors": shut("mentors", *MENTORS, "sacha"),
        "moderators": shut("moderation", "sacha"),
    }


def _grant_least(env: Env, guild: GuildHandle) -> None:
    """Leave the bot what its invitation asks for, and nothing that a bot is usually given."""
    backend = env.backend.guilds[guild.id]
    own = next(role for role in backend.roles.values() if role.managed)
    own.permissions = PERMISSIONS


def _speak_their_languages(env: Env, people: Mapping[str, SimHands]) -> None:
    """Let each interaction tell the language of its author: simcord's all speak English."""
    tell = env.backend.emit
    locales = {str(hands.user.id): hands for hands in people.values()}

    def emit(event: str, payload: Mapping[str, Any]) -> None:
        if event == "INTERACTION_CREATE":
            user = payload.get("user") or payload["member"]["user"]
            payload = {**payload, "locale": locales[user["id"]].locale}
        tell(event, payload)

    env.backend.emit = emit  # type: ignore[method-assign]
