"""A community on a Discord of its own: the core, the real SDK, real sockets."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from adapters.case_search import KnowledgeSearch
from adapters.charts import PillowCharts
from adapters.discord.app import DiscordApp, DiscordSettings, World
from adapters.pictures import PillowPictures
from adapters.reading import KnowledgeRedactor, KnowledgeTriage
from adapters.store.memory.store import MemoryStore
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.bootstrap.core import make_dispatcher, make_scheduler
from bot.domain.casebook import Findings
from bot.domain.community import Channel, Community, Space
from bot.domain.ids import CommunityId, new_id
from bot.domain.people import Actor, Address
from bot.domain.statistics import digest_timer
from bot.helpdesk import HelpDesk
from bot.tools import Tools
from bot.ui.forms import Gesture
from bot.wording import load
from tests.fakes.clock import FakeClock
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.hands import Hands
from tests.fakes.discord_wire.town import BOT_MAY, FORUM, GUILD, TEXT_CHANNEL, Place, Town, User
from tests.fakes.discord_wire.wire import Wire, open_wire
from tests.fakes.stubborn import Stubborn

MANAGE_GUILD = 1 << 5
MENTORS = {"nadia": ("bad-buzz", "boulette"), "yann": ("trolls-harcelement",)}


class House:
    """The core with a store, in memory if none is given; it survives restarts of the client."""

    def __init__(
        self,
        memory: tuple[KnowledgeSearch, KnowledgeTriage],
        folder: Path,
        database: Stubborn | None = None,
    ) -> None:
        self.clock, self.bell = database.clock if database else FakeClock(), asyncio.Event()
        self.store: MemoryStore | SqlStore = (
            database.store if database else MemoryStore(clock=self.clock, bells=[self.bell])
        )
        self.vault = FileVault(folder / "keys", clock=self.clock)
        search, triage = memory
        self.tools = Tools(
            uow=self.store.uow,
            clock=self.clock,
            search=search,
            redactor=KnowledgeRedactor(),
            triage=triage,
            pictures=PillowPictures(),
            charts=PillowCharts(),
            wordings=load(strict=True),
        )
        self.desk = HelpDesk(self.tools)
        self.messengers: dict[str, object] = {}
        self.dispatcher = make_dispatcher(
            self.tools, self.store.outbox, self.messengers, self.bell  # type: ignore[arg-type]
        )  # fmt: skip
        self.scheduler = make_scheduler(self.tools, self.bell)

    async def community(self, platform: str, space: str) -> Community | None:
        async with self.tools.uow() as uow:
            return await uow.communities.at(platform, space)

    async def settle(self) -> None:
        await self.dispatcher.drain()
        await self.scheduler.run_due()
        await self.dispatcher.drain()

    async def pass_time(self, seconds: float) -> None:
        for _ in range(round(seconds / 60)):
            self.clock.advance(minutes=1)
            await self.settle()

    def slow_down(self) -> asyncio.Event:
        """Let every search wait until the event is set."""
        gate, search = asyncio.Event(), self.tools.search.search

        async def slow(*given: Any, **named: Any) -> Findings:
            await gate.wait()
            return await search(*given, **named)

        self.tools.search.search = slow  # type: ignore[method-assign]
        return gate

    def client(self, wire: Wire | None = None) -> DiscordApp:
        """Return a new client of this house, as after a restart."""
        world = World(
            self.community, self.store.platform_memory, self.vault, self.clock, self.tools.wordings
        )
        reach = DiscordSettings("fake-token")
        if wire is not None:
            reach = replace(reach, api_base=wire.api, gateway_url=wire.gateway.address)
        app = DiscordApp(reach, world)
        app.listen(self.desk)
        self.messengers["discord"] = app.messenger
        self.tools.premises["discord"] = app.premises
        self.tools.roles["discord"] = app.roles
        return app


@asynccontextmanager
async def open_discord(
    memory: tuple[KnowledgeSearch, KnowledgeTriage],
    folder: Path,
    *,
    forum: bool = False,
    database: Stubborn | None = None,
) -> AsyncIterator[DiscordDriver]:
    """The people of the suite in a server with a community, and a client that listens."""
    async with open_server(memory, folder, forum=forum, database=database) as driver:
        places = {name: room.id for name, room in driver.rooms.items()}
        accounts = {name: hands.user.id for name, hands in driver.people.items()}
        await found_community(driver.house, GUILD, places, accounts)
        await driver.house.settle()
        yield driver


@asynccontextmanager
async def open_server(
    memory: tuple[KnowledgeSearch, KnowledgeTriage],
    folder: Path,
    *,
    forum: bool = False,
    bot_may: int = BOT_MAY,
    extra: str = "",
    database: Stubborn | None = None,
) -> AsyncIterator[DiscordDriver]:
    """The people of the suite in a server that has no community yet."""
    async with open_wire() as wire:
        wire.town.bot_may = bot_may
        house = House(memory, folder, database)
        people = make_people(wire)
        rooms = make_rooms(wire.town, people, FORUM if forum else TEXT_CHANNEL)
        if extra:
            rooms[extra] = wire.town.add_place(TEXT_CHANNEL, extra)
        driver = DiscordDriver(wire, house, people, rooms, house.tools.wordings)
        await driver.start(house.client(wire))
        try:
            await driver.app.sync_commands()
            yield driver
        finally:
            await driver.stop()


def make_people(wire: Wire) -> dict[str, Hands]:
    """Let the people of the suite into the server."""
    return {name: Hands(wire, user) for name, user in _users(wire.town).items()}


def _users(town: Town) -> dict[str, User]:
    names = ("camille", "louis", "nadia", "yann")
    people = {name: town.add_user(name, nick=f"{name.title()} Canari") for name in names}
    return {**people, "sacha": town.add_user("sacha", permissions=MANAGE_GUILD)}


def make_rooms(town: Town, people: dict[str, Hands], help_kind: int) -> dict[str, Place]:
    """Make the channels of a community."""
    mentors = {people[name].user.id for name in MENTORS}
    return {
        "help": town.add_place(help_kind, "entraide"),
        "mentors": town.add_place(TEXT_CHANNEL, "mentors", members=mentors),
        "moderators": town.add_place(TEXT_CHANNEL, "moderation", members={people["sacha"].user.id}),
    }


async def found_community(
    house: House, server: str, rooms: Mapping[str, str], people: Mapping[str, str]
) -> None:
    """Found the community of a server, with its approved mentors; all are Discord's ids."""
    community = CommunityId(new_id())
    channels = {channel: rooms[channel.value] for channel in Channel}
    async with house.tools.uow() as uow:
        space = Space("discord", server, channels)
        founded = Community(community, "Entre pairs", spaces=(space,))
        await uow.communities.add(founded)
        await uow.timers.set(digest_timer(founded, house.clock.now()))
        await uow.commit()

    def actor(name: str) -> Actor:
        address = Address("discord", server, people[name])
        return Actor(address, community, "fr", name.title(), name == "sacha")

    for name in MENTORS:
        await _mentor(house, actor(name), actor("sacha"))


async def _mentor(house: House, who: Actor, moderator: Actor) -> None:
    profile: dict[str, str | tuple[str, ...]] = {
        "display_name": who.name,
        "categories": MENTORS[who.name.lower()],
        "languages": ("fr", "en"),
        "capacity": "3",
    }
    await house.desk.handle(who, Gesture("mentor.apply", "new", profile))
    async with house.tools.uow() as uow:
        mentor = await uow.mentors.at(who.community, who.address)
    assert mentor is not None
    await house.desk.handle(moderator, Gesture("mentor.decide", mentor.id, {"value": "yes"}))
