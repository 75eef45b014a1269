"""Entraide on Discord, put together: how it starts and stops, and what it does on failure."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from adapters.discord.answers import Answers
from adapters.discord.changes import Changes
from adapters.discord.client import Client
from adapters.discord.commands import invite_link, sync
from adapters.discord.errors import TooLateToAnswer, border
from adapters.discord.events import (
    Change,
    Click,
    Written,
    click_of,
    deletion_of,
    edit_of,
    written_now,
)
from adapters.discord.gestures import Gestures
from adapters.discord.inbound import Interactions
from adapters.discord.members import Members
from adapters.discord.messages import Conversations
from adapters.discord.missed import Missed
from adapters.discord.notes import Notes
from adapters.discord.outbound import DiscordMessenger
from adapters.discord.people import People
from adapters.discord.places import Communities, Places
from adapters.discord.premises import DiscordPremises
from adapters.discord.rest import Rest
from adapters.discord.roles import DiscordRoles
from adapters.discord.unsent import Unsent
from adapters.kit.guard import Excuse, Guard
from adapters.kit.tokens import SealedTokens
from bot.domain.people import Language
from bot.helpdesk import HelpDesk
from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault
from bot.ui.notices import Lost, incident
from bot.ui.screen import Screen
from bot.wording import Wording

FINISH_WITHIN_S = 5.0


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How to reach Discord; ``moderator_roles`` are roles that may moderate."""

    token: str
    api_base: str = "https://discord.com/api/v10"
    gateway_url: str = "wss://gateway.discord.gg/"
    moderator_roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class World:
    """What the adapter needs of the rest of Entraide."""

    communities: Communities
    memory: PlatformMemory
    vault: Vault
    clock: Clock
    wordings: Mapping[Language, Wording]


class DiscordApp:
    """The way in and the way out; ``messenger`` is there before anything starts."""

    def __init__(self, settings: DiscordSettings, world: World) -> None:
        self._settings, self._world = settings, world
        self._guard = Guard("discord", too_late=TooLateToAnswer)
        self.client = Client(self)
        self.rest = Rest(self.client)
        self.premises = DiscordPremises(self.client)
        memory, vault, clock = world.memory, world.vault, world.clock
        self.tokens = SealedTokens("discord", memory=memory, vault=vault, clock=clock)
        self._members = Members(self.rest)
        self.roles = DiscordRoles(rest=self.rest, members=self._members)
        self._notes = Notes(memory=memory, vault=vault, clock=clock)
        self.messenger = DiscordMessenger(
            rest=self.rest,
            places=Places(rest=self.rest, notes=self._notes, communities=world.communities),
            members=self._members,
            tokens=self.tokens,
            notes=self._notes,
            vault=vault,
            wordings=world.wordings,
        )

    def listen(self, desk: HelpDesk) -> None:
        """Give what people do to the help desk."""
        self._desk = desk
        people = People(
            members=self._members,
            communities=self._world.communities,
            servers=self.client.servers,
        )
        self._conversations = self._talk(desk, people)
        self._unsent = Unsent(
            desk=desk,
            conversations=self._conversations,
            people=people,
            notes=self._notes,
            tokens=self.tokens,
            messenger=self.messenger,
            wordings=self._world.wordings,
            guard=self._guard,
        )
        changes = Changes(
            rest=self.rest, notes=self._notes, rewrite=self._rewrite, unwrite=self._unwrite
        )
        self._missed = Missed(rest=self.rest, notes=self._notes, take=self._take, changes=changes)
        self._interactions = Interactions(
            gestures=self._gestures(desk, people),
            answers=Answers(self.rest),
            tokens=self.tokens,
            wordings=self._world.wordings,
        )

    def _talk(self, desk: HelpDesk, people: People) -> Conversations:
        return Conversations(
            desk=desk,
            people=people,
            notes=self._notes,
            tokens=self.tokens,
            messenger=self.messenger,
            rest=self.rest,
            wordings=self._world.wordings,
            guard=self._guard,
        )

    def _gestures(self, desk: HelpDesk, people: People) -> Gestures:
        return Gestures(
            desk=desk,
            people=people,
            tokens=self.tokens,
            conversations=self._conversations,
            notes=self._notes,
            rest=self.rest,
            wordings=self._world.wordings,
        )

    # --- life ---------------------------------------------------------------------------------

    async def login(self) -> None:
        """Check the token; enough to speak and to register commands."""
        reach(self._settings)
        with border():
            await self.client.login(self._settings.token)

    async def run(self) -> None:
        """Log in and listen until ``stop``."""
        await self.login()
        await self.connect()

    async def connect(self) -> None:
        """Listen until ``stop``; to be called after ``login``."""
        with border():
            await self.client.connect()

    async def is_connected(self) -> bool:
        """Say whether Discord tells us what happens."""
        shards = self.client.shards.values()
        return self.client.is_ready() and not any(shard.is_closed() for shard in shards)

    async def finish(self) -> None:
        """Wait, for a few seconds at most, until what people did was done."""
        await self._guard.finish(FINISH_WITHIN_S)

    async def stop(self) -> None:
        """Hang up; what is still to be said waits in the outbox."""
        self.rest.close()
        await self.client.close()

    async def sync_commands(self) -> list[str]:
        """Register the slash commands; to be called after ``login``."""
        application = str(self.client.application_id)
        return list(await sync(self.rest, application, self._world.wordings))

    def invite_link(self) -> str:
        """Return the address that adds the bot to a server; to be called after ``login``."""
        return invite_link(str(self.client.application_id))

    # --- events: whatever happens in one, the others go on -------------------------------------

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        click = click_of(interaction, self._settings.moderator_roles)
        if click is not None:
            await self._guard.run(
                "click", self._interactions.on(click), lambda code: self._excuse(click, code)
            )

    async def on_message(self, message: discord.Message) -> None:
        written = written_now(message, self.client.us)
        if written is not None:
            await self._guard.run("message", self._after_missed(written))

    async def on_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        change = edit_of(event, self.client.us)
        if change is not None:
            await self._rewrite(change)

    async def on_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        await self._unwrite(deletion_of(event))

    async def on_removed(self, server: str) -> None:
        await self._guard.run("removed", self._desk.space_removed("discord", server))

    async def on_session(self) -> None:
        await self._guard.run("missed", self._missed.catch_up(self.client.us))

    async def _after_missed(self, written: Written) -> None:
        await self._missed.over(written.channel)
        await self._take(written)

    async def _take(self, written: Written) -> bool:
        return await self._guard.run(
            "message",
            self._conversations.written(written),
            lambda code: self._unsent.excuse(written, code),
            lambda code: self._unsent.excuse_blindly(written, code),
        )

    async def _rewrite(self, change: Change) -> None:
        rewriting = self._conversations.rewritten(change)
        await self._guard.run("change", rewriting, *self._excuses_of("unchanged", change))

    async def _unwrite(self, change: Change) -> None:
        unwriting = self._conversations.unwritten(change)
        await self._guard.run("deletion", unwriting, *self._excuses_of("undeleted", change))

    def _excuses_of(self, what: Lost, change: Change) -> Sequence[Excuse]:
        return (
            lambda code: self._unsent.excuse_change(what, change, code),
            lambda code: self._unsent.excuse_change_blindly(what, change, code),
        )

    async def _excuse(self, click: Click, code: str) -> None:
        say = self._world.wordings[click.who.language]
        await self._interactions.excuse(click, Screen.of(incident(say, code)))


def reach(settings: DiscordSettings) -> None:
    """Point the SDK at the addresses of the settings, and keep it from quoting people.

    It has no setting for either: the addresses are attributes of its classes, and its
    logs name private channels from WARNING down.
    """
    Route.BASE = settings.api_base.rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = URL(settings.gateway_url)
    logging.getLogger("discord").setLevel(logging.ERROR)
