"""Wires the adapter's parts; each knows only what it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
class Parts:
    """What listeners and the outbox use."""

    interactions: Interactions
    threads: Threads
    unsent: Unsent
    homes: Homes
    people: People
    places: Places
    uploads: Uploads
    messenger: SlackMessenger
    premises: SlackPremises
    notes: Notes


def assemble(
    *,
    web: Web,
    desk: HelpDesk,
    memory: PlatformMemory,
    vault: Vault,
    clock: Clock,
    wordings: Mapping[Language, Wording],
    communities: Communities,
    guard: Guard,
    background: Background,
) -> Parts:
    """Return the parts, wired."""
    notes = Notes(memory=memory, vault=vault, clock=clock)
    tokens = SealedTokens("slack", memory=memory, vault=vault, clock=clock)
    people = People(web=web, communities=communities, clock=clock)
    places = Places(web=web, notes=notes, communities=communities, clock=clock)
    lookups = _Lookups(desk, communities)
    page = Page(tokens=tokens, board=lookups.board, wordings=wordings)
    homes = Homes(web=web, notes=notes, page=page, asked=lookups.asked, wordings=wordings)
    uploads = Uploads(web=web, notes=notes, kept=desk.pictures)
    messenger = _messenger(web, places, homes, uploads, tokens, notes, wordings)
    talk = Conversations(desk=desk, web=web, homes=homes, notes=notes, wordings=wordings)
    gestures = _gestures(desk, people, tokens, notes, homes, talk, wordings)
    threads = Threads(
        conversations=talk,
        people=people,
        notes=notes,
        tokens=tokens,
        web=web,
        messenger=messenger,
        wordings=wordings,
    )
    unsent = Unsent(
        conversations=talk,
        desk=desk,
        people=people,
        notes=notes,
        threads=threads,
        messenger=messenger,
        wordings=wordings,
        guard=guard,
    )
    mail = Mail(web=web, uploads=uploads)
    interactions = _interactions(web, gestures, people, mail, tokens, wordings, background)
    premises = SlackPremises(web)
    return Parts(
        interactions, threads, unsent, homes, people, places, uploads, messenger, premises, notes
    )


def _gestures(
    desk: HelpDesk,
    people: People,
    tokens: SealedTokens,
    notes: Notes,
    homes: Homes,
    conversations: Conversations,
    wordings: Mapping[Language, Wording],
) -> Gestures:
    return Gestures(
        desk=desk,
        people=people,
        tokens=tokens,
        notes=notes,
        homes=homes,
        conversations=conversations,
        wordings=wordings,
    )


def _interactions(
    web: Web,
    gestures: Gestures,
    people: People,
    mail: Mail,
    tokens: SealedTokens,
    wordings: Mapping[Language, Wording],
    background: Background,
) -> Interactions:
    return Interactions(
        gestures=gestures,
        people=people,
        answers=Answers(web),
        mail=mail,
        tokens=tokens,
        wordings=wordings,
        background=background,
    )


def _messenger(
    web: Web,
    places: Places,
    homes: Homes,
    uploads: Uploads,
    tokens: SealedTokens,
    notes: Notes,
    wordings: Mapping[Language, Wording],
) -> SlackMessenger:
    return SlackMessenger(
        web=web,
        places=places,
        homes=homes,
        uploads=uploads,
        tokens=tokens,
        notes=notes,
        wordings=wordings,
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
