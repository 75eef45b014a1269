"""Wires the adapter's parts; each knows only what it is given."""

from collections.abc import Mapping
from dataclasses import dataclass

from adapters.slack.answers import Answers
from adapters.slack.conversations import Conversations
from adapters.slack.gestures import Gestures
from adapters.slack.home import Homes
from adapters.slack.inbound import Background, Interactions
from adapters.slack.notes import Notes
from adapters.slack.outbound import SlackMessenger
from adapters.slack.page import Helping, Owner, Page
from adapters.slack.people import PLATFORM, Communities, People
from adapters.slack.places import Places
from adapters.slack.premises import SlackPremises
from adapters.slack.threads import Threads
from adapters.slack.tokens import SealedTokens
from adapters.slack.uploads import Uploads
from adapters.slack.web import Web
from bot.domain.people import Actor, Address, Language, Party
from bot.domain.request import Request
from bot.helpdesk import HelpDesk
from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault
from bot.wording import Wording


@dataclass(frozen=True, slots=True)
class Parts:
    """What listeners and the outbox use."""

    interactions: Interactions
    threads: Threads
    homes: Homes
    people: People
    places: Places
    messenger: SlackMessenger
    premises: SlackPremises


def assemble(
    *,
    web: Web,
    desk: HelpDesk,
    memory: PlatformMemory,
    vault: Vault,
    clock: Clock,
    wordings: Mapping[Language, Wording],
    communities: Communities,
    background: Background,
) -> Parts:
    """Return the parts, wired."""
    notes = Notes(memory=memory, vault=vault, clock=clock)
    tokens = SealedTokens(memory=memory, vault=vault, clock=clock)
    people = People(web=web, communities=communities, clock=clock)
    places = Places(web=web, notes=notes, communities=communities, clock=clock)
    page = Page(tokens=tokens, helping=_helping(desk, communities), wordings=wordings)
    homes = Homes(web=web, notes=notes, page=page, wordings=wordings)
    messenger = _messenger(web, places, homes, tokens, notes, wordings)
    talk = Conversations(desk=desk, web=web, homes=homes, notes=notes, wordings=wordings)
    gestures = Gestures(
        desk=desk,
        people=people,
        tokens=tokens,
        notes=notes,
        homes=homes,
        conversations=talk,
        wordings=wordings,
    )
    threads = Threads(
        conversations=talk,
        people=people,
        notes=notes,
        tokens=tokens,
        web=web,
        messenger=messenger,
        wordings=wordings,
    )
    interactions = _interactions(web, gestures, people, tokens, wordings, background)
    return Parts(interactions, threads, homes, people, places, messenger, SlackPremises(web))


def _interactions(
    web: Web,
    gestures: Gestures,
    people: People,
    tokens: SealedTokens,
    wordings: Mapping[Language, Wording],
    background: Background,
) -> Interactions:
    return Interactions(
        gestures=gestures,
        people=people,
        answers=Answers(web),
        tokens=tokens,
        wordings=wordings,
        background=background,
    )


def _messenger(
    web: Web,
    places: Places,
    homes: Homes,
    tokens: SealedTokens,
    notes: Notes,
    wordings: Mapping[Language, Wording],
) -> SlackMessenger:
    return SlackMessenger(
        web=web,
        places=places,
        homes=homes,
        uploads=Uploads(web=web, notes=notes),
        tokens=tokens,
        notes=notes,
        wordings=wordings,
    )


def _helping(desk: HelpDesk, communities: Communities) -> Helping:
    """Return the way to learn which conversations somebody holds as a mentor."""

    async def helping(owner: Owner) -> list[Request]:
        community = await communities(PLATFORM, owner.space)
        if community is None:
            return []
        address = Address(PLATFORM, owner.space, owner.user)
        who = Actor(address, community.id, owner.language)
        return list(await desk.conversations(who, Party.MENTOR))

    return helping
