"""Wires the adapter's parts; each knows only what it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from adapters.kit.guard import Guard
from adapters.kit.tokens import SealedTokens
from adapters.slack.answers import Answers
from adapters.slack.conversations import Conversations
from adapters.slack.gestures import Gestures
from adapters.slack.home import Homes
from adapters.slack.inbound import Background, Interactions
from adapters.slack.mail import Mail
from adapters.slack.notes import Notes
from adapters.slack.outbound import SlackMessenger
from adapters.slack.page import Owner, Page
from adapters.slack.people import PLATFORM, Communities, People
from adapters.slack.places import Places
from adapters.slack.premises import SlackPremises
from adapters.slack.threads import Threads
from adapters.slack.unsent import Unsent
from adapters.slack.uploads import Uploads
from adapters.slack.web import Web
from bot.domain.people import Actor, Address, Language
from bot.domain.request import Request
from bot.helpdesk import HelpDesk
from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault
from bot.ui.screen import Card
from bot.wording import Wording


@dataclass(frozen=True, slots=True)
class House:
    """What the adapter needs of the rest of Entraide."""

    desk: HelpDesk
    memory: PlatformMemory
    vault: Vault
    clock: Clock
    wordings: Mapping[Language, Wording]
    communities: Communities


class Parts:
    """The parts of the adapter, each made when it is first needed, of what it names."""

    def __init__(self, house: House, *, web: Web, guard: Guard, background: Background) -> None:
        self._house, self._web, self._guard = house, web, guard
        self._background, self._wordings = background, house.wordings

    @cached_property
    def notes(self) -> Notes:
        """What is remembered."""
        house = self._house
        return Notes(memory=house.memory, vault=house.vault, clock=house.clock)

    @cached_property
    def people(self) -> People:
        """Who is who."""
        house = self._house
        return People(web=self._web, communities=house.communities, clock=house.clock)

    @cached_property
    def places(self) -> Places:
        """Where things are posted."""
        house = self._house
        return Places(
            web=self._web, notes=self.notes, communities=house.communities, clock=house.clock
        )

    @cached_property
    def premises(self) -> SlackPremises:
        """What a workspace lacks."""
        return SlackPremises(self._web)

    @cached_property
    def uploads(self) -> Uploads:
        """The pictures that the bot uploaded."""
        return Uploads(web=self._web, notes=self.notes, kept=self._house.desk.pictures)

    @cached_property
    def homes(self) -> Homes:
        """The App Homes."""
        lookups = _Lookups(self._house.desk, self._house.communities)
        page = Page(tokens=self._tokens, board=lookups.board, wordings=self._wordings)
        return Homes(
            web=self._web,
            notes=self.notes,
            page=page,
            asked=lookups.asked,
            wordings=self._wordings,
        )

    @cached_property
    def messenger(self) -> SlackMessenger:
        """The way out."""
        return SlackMessenger(
            web=self._web,
            places=self.places,
            homes=self.homes,
            uploads=self.uploads,
            tokens=self._tokens,
            notes=self.notes,
            wordings=self._wordings,
        )

    @cached_property
    def threads(self) -> Threads:
        """What is written where mentors talk."""
        return Threads(
            conversations=self._conversations,
            people=self.people,
            notes=self.notes,
            tokens=self._tokens,
            web=self._web,
            messenger=self.messenger,
            wordings=self._wordings,
        )

    @cached_property
    def unsent(self) -> Unsent:
        """What our own fault kept from the other side."""
        return Unsent(
            conversations=self._conversations,
            desk=self._house.desk,
            people=self.people,
            notes=self.notes,
            threads=self.threads,
            messenger=self.messenger,
            wordings=self._wordings,
            guard=self._guard,
        )

    @cached_property
    def interactions(self) -> Interactions:
        """What people click and send."""
        return Interactions(
            gestures=self._gestures,
            people=self.people,
            answers=Answers(self._web),
            mail=Mail(web=self._web, uploads=self.uploads),
            tokens=self._tokens,
            wordings=self._wordings,
            background=self._background,
        )

    @cached_property
    def _tokens(self) -> SealedTokens:
        house = self._house
        return SealedTokens("slack", memory=house.memory, vault=house.vault, clock=house.clock)

    @cached_property
    def _conversations(self) -> Conversations:
        return Conversations(
            desk=self._house.desk,
            web=self._web,
            homes=self.homes,
            notes=self.notes,
            wordings=self._wordings,
        )

    @cached_property
    def _gestures(self) -> Gestures:
        return Gestures(
            desk=self._house.desk,
            people=self.people,
            tokens=self._tokens,
            notes=self.notes,
            homes=self.homes,
            conversations=self._conversations,
            wordings=self._wordings,
        )


@dataclass(frozen=True, slots=True)
class _Lookups:
    """Asks the help desk what concerns the owner of a Home."""

    desk: HelpDesk
    communities: Communities

    async def asked(self, owner: Owner) -> Sequence[Request]:
        """Return their own requests, newest first."""
        who = await self._actor(owner)
        return await self.desk.asked(who) if who else ()

    async def board(self, owner: Owner) -> Sequence[Card]:
        """Return what they want to find at once."""
        who = await self._actor(owner)
        return await self.desk.board(who) if who else ()

    async def _actor(self, owner: Owner) -> Actor | None:
        community = await self.communities(PLATFORM, owner.space)
        address = Address(PLATFORM, owner.space, owner.user)
        return Actor(address, community.id, owner.language) if community else None
