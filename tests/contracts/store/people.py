"""Invented people and things, whole enough to notice a field that is lost on the way."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.domain.block import Block
from bot.domain.case_draft import CaseDraft, CommunityCase, Story
from bot.domain.community import DEFAULT_WAVES, Channel, Community, Delays, Space, Waves
from bot.domain.ids import (
    AttachmentId,
    BlockId,
    CaseId,
    CommunityId,
    DraftId,
    MentorId,
    MessageId,
    RequestId,
)
from bot.domain.mentor import Mentor, Notice, Profile, Slot, Standing
from bot.domain.people import Address, Party
from bot.domain.policy import State
from bot.domain.relay import Picture, RelayMessage
from bot.domain.request import Request
from bot.domain.vocabulary import Category, Urgency

NOW = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)
HERE, ELSEWHERE = CommunityId("here"), CommunityId("elsewhere")
LEA = Address("discord", "guild-1", "lea")
MAX = Address("slack", "team-1", "max")
MINUTE = timedelta(minutes=1)


def a_request(name: str = "request", **changes: Any) -> Request:
    facts: dict[str, Any] = {
        "id": RequestId(name),
        "community": HERE,
        "requester": LEA,
        "language": "fr",
        "created_on": date(2026, 3, 2),
        "text": "[MARQUE] est visée par une vague d’avis à 1 étoile.",
        "original": "Boulangerie Zed est visée par une vague d’avis à 1 étoile.",
        "urgency": Urgency.TODAY,
        "category": Category.BAD_BUZZ,
        "hidden_names": ("Boulangerie Zed", "Alix Martin"),
        "excluded": "agence Truc",
        "discreet": True,
        "asked": (MentorId("nadia"), MentorId("yann")),
        "avoided": (MentorId("old"),),
    }
    return Request(**facts | changes)


def an_open_request(name: str = "request", **changes: Any) -> Request:
    facts: dict[str, Any] = {
        "original": None,
        "state": State.OPEN,
        "code_name": f"loutre-{name}",
        "receipt": f"ABCD-{name}",
        "published_at": NOW,
    }
    return a_request(name, **facts | changes)


def a_held_request(name: str = "request", **changes: Any) -> Request:
    facts: dict[str, Any] = {
        "state": State.CLAIMED,
        "mentor": MentorId("nadia"),
        "claimed_at": NOW + MINUTE,
    }
    return an_open_request(name, **facts | changes)


def a_mentor(name: str = "nadia", **changes: Any) -> Mentor:
    profile = Profile(
        display_name=name.title(),
        categories=(Category.BAD_BUZZ, Category.HACKED),
        sectors=("restauration",),
        languages=("fr", "en"),
        hours=(Slot(0, time(9), time(12, 30)),),
        capacity=3,
        conflicts=("Boulangerie Zed",),
        experience="Dix ans de modération.",
        notice=Notice.CHANNEL,
    )
    facts: dict[str, Any] = {
        "id": MentorId(name),
        "community": HERE,
        "addresses": (Address("discord", "guild-1", name), Address("slack", "team-1", name)),
        "language": "fr",
        "profile": profile,
        "standing": Standing.APPROVED,
        "paused_until": NOW + MINUTE,
    }
    return Mentor(**facts | changes)


def a_message(name: str = "message", **changes: Any) -> RelayMessage:
    facts: dict[str, Any] = {
        "id": MessageId(name),
        "request": RequestId("request"),
        "community": HERE,
        "author": Party.MENTOR,
        "text": "Bonjour, respirez, on s’en occupe.",
        "origin": f"origin-{name}",
        "mentor": MentorId("nadia"),
    }
    return RelayMessage(**facts | changes)


def a_picture(name: str = "picture") -> Picture:
    return Picture(AttachmentId(name), "image/png", 60, 40, bytes(range(256)) * 3)


def a_story(title: str = "Des avis achetés") -> Story:
    return Story(
        title=title,
        situation="Une vague d’avis.",
        response="Nous avons répondu à chacun.",
        outcome="La note est remontée.",
        lessons=("Répondre vite.", "Ne rien effacer."),
        category=Category.BAD_BUZZ,
    )


def a_draft(name: str = "draft", **changes: Any) -> CaseDraft:
    facts: dict[str, Any] = {
        "id": DraftId(name),
        "request": RequestId("request"),
        "community": HERE,
        "story": a_story(),
        "formulation": "une vague d’avis à 1 étoile",
    }
    return CaseDraft(**facts | changes)


def a_case(name: str = "cas-avis", **changes: Any) -> CommunityCase:
    facts: dict[str, Any] = {
        "id": CaseId(name),
        "community": HERE,
        "story": a_story(),
        "formulation": "une vague d’avis à 1 étoile",
        "published_on": date(2026, 3, 9),
    }
    return CommunityCase(**facts | changes)


def a_community(name: CommunityId = HERE, **changes: Any) -> Community:
    delays = Delays(
        waves={
            **DEFAULT_WAVES,
            Urgency.NOW: Waves(MINUTE, 2 * MINUTE, 3 * MINUTE, MINUTE, MINUTE),
        },
        discretion=timedelta(minutes=7),
    )
    facts: dict[str, Any] = {
        "id": name,
        "name": f"Les CM de {name}",
        "language": "en",
        "spaces": (
            Space("discord", f"guild-{name}", {Channel.HELP: "123", Channel.MENTORS: "456"}),
            Space("slack", f"team-{name}"),
        ),
        "delays": delays,
    }
    return Community(**facts | changes)


def a_block(name: str, until: datetime, request: RequestId | None = None) -> Block:
    return Block(BlockId(name), HERE, until, f"Motif {name}", "Sacha", request)
