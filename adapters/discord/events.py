"""What Discord tells, as plain data: everything after this file knows no SDK."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import discord

from adapters.discord.words import plain
from bot.domain.people import Language

_EPHEMERAL = 1 << 6


class Kind(Enum):
    """What somebody used."""

    COMMAND = "command"
    COMPONENT = "component"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file at an address that expires."""

    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts; ``space`` is the server they are in, empty in private."""

    user: str
    name: str
    space: str
    language: Language = "fr"
    is_moderator: bool = False


@dataclass(frozen=True, slots=True)
class Click:
    """An interaction: a command, a button or list, or a form that was sent."""

    id: str
    token: str
    application: str
    kind: Kind
    who: Person
    name: str
    values: Sequence[str] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    components: Sequence[Mapping[str, Any]] = ()
    on_private_answer: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A message that somebody wrote in private or in a thread."""

    channel: str
    id: str
    who: Person
    text: str
    attachments: Sequence[Attachment] = ()
    reply_to: str = ""
    edited: str = ""  # Discord's stamp of its last change

    @property
    def origin(self) -> str:
        """The name of this message, unique on Discord."""
        return f"{self.channel}/{self.id}"


@dataclass(frozen=True, slots=True)
class Change:
    """A message that somebody changed, or deleted: then it has no words."""

    channel: str
    id: str
    is_private: bool
    text: str = ""
    edited: str = ""

    @property
    def origin(self) -> str:
        """The name of this message, unique on Discord."""
        return f"{self.channel}/{self.id}"


def language_of(locale: str) -> Language:
    """Return the nearest language that we speak."""
    return "fr" if locale.startswith("fr") else "en"


def click_of(interaction: discord.Interaction, moderators: Collection[str]) -> Click | None:
    """Return an interaction as plain data; None for the kinds that we do not use."""
    kinds = {
        discord.InteractionType.application_command: Kind.COMMAND,
        discord.InteractionType.component: Kind.COMPONENT,
        discord.InteractionType.modal_submit: Kind.MODAL,
    }
    kind = kinds.get(interaction.type)
    if kind is None:
        return None
    data: Mapping[str, Any] = interaction.data or {}
    message = interaction.message
    return Click(
        str(interaction.id),
        interaction.token,
        str(interaction.application_id),
        kind,
        _person(interaction, moderators),
        data.get("name") or data.get("custom_id", ""),
        tuple(map(str, data.get("values", ()))),
        {option["name"]: str(option["value"]) for option in data.get("options", ())},
        data.get("components", ()),
        bool(message and message.flags.value & _EPHEMERAL),
    )


def _person(interaction: discord.Interaction, moderators: Collection[str]) -> Person:
    return Person(
        str(interaction.user.id),
        interaction.user.display_name,
        str(interaction.guild_id or ""),
        language_of(str(interaction.locale)),
        _moderates(interaction, moderators),
    )


def _moderates(interaction: discord.Interaction, moderators: Collection[str]) -> bool:
    """Say so as Discord vouches for it in this very interaction."""
    if interaction.guild_id is None:
        return False
    can = interaction.permissions
    roles: Sequence[Any] = getattr(interaction.user, "_roles", ())
    return can.manage_guild or can.administrator or any(str(r) in moderators for r in roles)


def written_of(message: Mapping[str, Any], us: str) -> Written | None:
    """Return a message that was read back as plain data; None for those of programs."""
    author = message["author"]
    if author.get("bot") or message.get("webhook_id"):
        return None
    reference = message.get("message_reference") or {}
    return Written(
        str(message["channel_id"]),
        str(message["id"]),
        Person(str(author["id"]), author.get("global_name") or author["username"], ""),
        spoken(message["content"], us),
        tuple(Attachment(a["url"], a["size"]) for a in message["attachments"]),
        str(reference.get("message_id") or ""),
        message.get("edited_timestamp") or "",
    )


def edit_of(event: discord.RawMessageUpdateEvent, us: str) -> Change | None:
    """Return new words as plain data; None when there are none, or none for us."""
    text, edited = spoken(event.data.get("content") or "", us), event.data.get("edited_timestamp")
    if not text or not edited:
        return None
    where = str(event.channel_id), str(event.message_id)
    return Change(*where, event.guild_id is None, text, edited)


def deletion_of(event: discord.RawMessageDeleteEvent) -> Change:
    """Return a message that is gone as plain data."""
    return Change(str(event.channel_id), str(event.message_id), event.guild_id is None)


def written_now(message: discord.Message, us: str) -> Written | None:
    """Return a message that just came as plain data; None for those of programs."""
    if message.author.bot or message.webhook_id:
        return None
    space = str(message.guild.id) if message.guild else ""
    reference = message.reference.message_id if message.reference else None
    return Written(
        str(message.channel.id),
        str(message.id),
        Person(str(message.author.id), message.author.display_name, space),
        spoken(message.content, us),
        tuple(Attachment(a.url, a.size) for a in message.attachments),
        str(reference or ""),
    )


def spoken(text: str, us: str) -> str:
    """Return the words without our own name, by which mentors call us in a thread, nor markup."""
    return plain(text.replace(f"<@{us}>", "").replace(f"<@!{us}>", "").strip())
