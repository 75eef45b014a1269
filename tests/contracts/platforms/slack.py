"""Opens Slack as a platform: the real adapter, unmodified Bolt, a fake Slack on real sockets."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from adapters.case_search import KnowledgeSearch
from adapters.kit import paper
from adapters.kit.tokens import SealedTokens
from adapters.reading import KnowledgeTriage
from adapters.slack.app import Slack, SlackSettings
from adapters.slack.connect import connected, open_slack
from adapters.slack.parts import House
from adapters.slack.surface import EVENTS, SCOPES
from adapters.store.memory.store import MemoryStore
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.bootstrap.core import make_dispatcher, make_scheduler
from bot.domain.community import Channel, Community, Space
from bot.domain.ids import CommunityId, new_id
from bot.domain.people import Actor, Address
from bot.domain.statistics import digest_timer
from bot.domain.vocabulary import Category
from bot.helpdesk import HelpDesk
from bot.ports.outbound import Messenger
from bot.tools import Tools
from bot.ui.forms import Form, Gesture
from tests.contracts.platforms.stages import make_tools
from tests.fakes.clock import FakeClock
from tests.fakes.slack_wire.driver import SlackDriver
from tests.fakes.slack_wire.server import SlackServer, slack_server
from tests.fakes.slack_wire.workspace import Workspace, town

CHANNELS = {
    Channel.HELP: "CHELP",
    Channel.MENTORS: "CMENTORS",
    Channel.MODERATORS: "CMODERATORS",
}
_KNOWS = {
    "nadia": (Category.BAD_BUZZ, Category.BLUNDER, Category.HACKED),
    "yann": (Category.TROLLS, Category.REVOLT, Category.PRESSURE),
}


@dataclass(frozen=True, slots=True)
class Grounds:
    """Everything that a test of the adapter may look at."""

    driver: SlackDriver
    slack: Slack
    server: SlackServer
    workspace: Workspace
    store: MemoryStore | SqlStore
    tools: Tools
    community: CommunityId
    vault: FileVault
    desk: HelpDesk


def house_of(grounds: Grounds) -> House:
    """Return what a second adapter on the same grounds needs."""
    return house(grounds.tools, grounds.desk, grounds.store, grounds.vault)


def house(tools: Tools, desk: HelpDesk, store: MemoryStore | SqlStore, vault: FileVault) -> House:
    """Return what an adapter needs of the rest."""

    async def communities(platform: str, space: str) -> Community | None:
        async with tools.uow() as uow:
            return await uow.communities.at(platform, space)

    return House(desk, store.platform_memory, vault, tools.clock, tools.wordings, communities)


@asynccontextmanager
async def open_slack_driver(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], folder: Path
) -> AsyncIterator[SlackDriver]:
    """Slack through Socket Mode, with the store in memory."""
    async with open_grounds(memory, folder) as grounds:
        yield grounds.driver
        assert grounds.server.refused == []


@asynccontextmanager
async def open_grounds(
    memory: tuple[KnowledgeSearch, KnowledgeTriage],
    folder: Path,
    *,
    store: MemoryStore | SqlStore | None = None,
    workspace: Workspace | None = None,
    clock: FakeClock | None = None,
    is_new: bool = False,
    others: Mapping[str, Messenger] | None = None,
) -> AsyncIterator[Grounds]:
    """The adapter in Socket Mode; giving a store again is a restart."""
    clock, bell = clock or FakeClock(), asyncio.Event()
    is_new = is_new or store is None
    store, workspace = store or MemoryStore(clock=clock, bells=[bell]), workspace or town()
    workspace.scopes, workspace.events = frozenset(SCOPES), frozenset(EVENTS)
    tools = make_tools(store, clock, memory)
    desk, vault = HelpDesk(tools), FileVault(folder / "keys", clock=clock)

    async with slack_server(workspace) as server:
        settings = SlackSettings(
            bot_token=workspace.token,
            app_token="xapp-test",
            api_base=server.api,
            post_interval_s=0,
        )
        async with (
            open_slack(settings, house=house(tools, desk, store, vault)) as opened,
            connected(opened.slack, settings),
        ):
            slack = opened.slack
            tools.premises["slack"] = slack.premises
            dispatcher = make_dispatcher(
                tools, store.outbox, {"slack": slack.messenger, **(others or {})}, bell
            )
            scheduler = make_scheduler(tools, bell)

            async def settle() -> None:
                await dispatcher.drain()
                await scheduler.run_due()
                await dispatcher.drain()

            async def pass_time(seconds: float) -> None:
                for _ in range(round(seconds / 60)):
                    clock.advance(minutes=1)
                    await settle()

            tokens = SealedTokens("slack", memory=store.platform_memory, vault=vault, clock=clock)

            async def form_of(token: str) -> Form:
                meaning = await tokens.redeem(token)
                assert meaning is not None
                return paper.read(meaning.subject)

            async def finished() -> None:
                await slack.finish()

            community = CommunityId("slack-" + new_id())
            if is_new:
                await found(desk, tools, community, workspace.team)
                await settle()
            driver = SlackDriver(server, workspace, form_of, finished, settle, pass_time, clock)
            yield Grounds(driver, slack, server, workspace, store, tools, community, vault, desk)


async def found(desk: HelpDesk, tools: Tools, community: CommunityId, team: str) -> None:
    """Make the community, with Nadia and Yann as approved mentors."""
    async with tools.uow() as uow:
        spaces = (Space("slack", team, CHANNELS),)
        founded = Community(community, "Slack", spaces=spaces)
        await uow.communities.add(founded)
        await uow.timers.set(digest_timer(founded, tools.clock.now()))
        await uow.commit()
    moderator = Actor(Address("slack", team, "USACHA"), community, "fr", "Sacha", True)
    for user, categories in _KNOWS.items():
        who = Actor(Address("slack", team, f"U{user.upper()}"), community, "fr", user.title())
        profile: dict[str, str | tuple[str, ...]] = {
            "display_name": user.title(),
            "experience": "Dix ans",
            "categories": tuple(category.value for category in categories),
            "languages": ("fr", "en"),
            "capacity": "3",
        }
        await desk.handle(who, Gesture("mentor.apply", "new", profile))
        async with tools.uow() as uow:
            mentor = await uow.mentors.at(community, who.address)
        assert mentor is not None
        await desk.handle(moderator, Gesture("mentor.decide", mentor.id, {"value": "yes"}))
