"""The server's state: people, channels, threads, messages, and who can see what."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

TEXT_CHANNEL, DM_CHANNEL, PRIVATE_THREAD, FORUM = 0, 1, 12, 15
EPHEMERAL = 1 << 6
BOT = "900000000000000001"
GUILD = "900000000000000002"
BOT_ROLE, OWNER = "900000000000000003", "900000000000000004"
VIEW, SEND, ATTACH = 1 << 10, 1 << 11, 1 << 15
PRIVATE_THREADS, SEND_IN_THREADS = 1 << 36, 1 << 38
EVERYBODY_MAY = VIEW | SEND
REACT, READ_HISTORY = 1 << 6, 1 << 16
BOT_MAY = VIEW | SEND | ATTACH | PRIVATE_THREADS | SEND_IN_THREADS | REACT | READ_HISTORY

_METADATA = {
    "archived": False,
    "auto_archive_duration": 10080,
    "archive_timestamp": "2026-03-02T09:30:00+00:00",
    "locked": False,
}


@dataclass
class User:
    """Somebody, with a mark in every field that could give them away."""

    id: str
    username: str
    nick: str
    locale: str = "fr"
    permissions: int = 0
    is_open: bool = True  # whether private messages from the bot are taken
    refusal: int = 50007  # what Discord says when they are not
    is_member: bool = True
    roles: list[str] = field(default_factory=list)

    @property
    def json(self) -> Json:
        return {
            "id": self.id,
            "username": self.username,
            "global_name": self.nick,
            "discriminator": "0",
            "avatar": f"avatar{self.id[-6:]}canary",
        }

    @property
    def canaries(self) -> tuple[str, ...]:
        return (self.id, self.username, self.nick, f"avatar{self.id[-6:]}canary")


@dataclass
class Place:
    """A channel, a private channel or a thread; ``members`` None: everybody."""

    id: str
    kind: int
    name: str
    members: set[str] | None = None
    parent: str | None = None
    let_in: list[str] = field(default_factory=lambda: [BOT])  # bots that see it
    tags: list[Json] = field(default_factory=list)
    applied: list[str] = field(default_factory=list)
    messages: dict[str, Json] = field(default_factory=dict)

    @property
    def overwrites(self) -> list[Json]:
        """What differs from the roles: a channel with members is hidden from the others."""
        if self.members is None:
            return []
        return [
            {"id": GUILD, "type": 0, "allow": "0", "deny": str(VIEW)},
            *({"id": each, "type": 1, "allow": str(VIEW), "deny": "0"} for each in self.let_in),
        ]

    @property
    def json(self) -> Json:
        described: Json = {"id": self.id, "type": self.kind, "name": self.name}
        if self.kind == DM_CHANNEL:
            return {"id": self.id, "type": DM_CHANNEL, "recipients": []}
        described |= {"guild_id": GUILD, "position": 0, "permission_overwrites": self.overwrites}
        if self.kind == FORUM:
            described["available_tags"] = self.tags
        if self.parent:
            described |= {"parent_id": self.parent, "owner_id": BOT}
            described |= {"message_count": 1, "member_count": 1, "thread_metadata": _METADATA}
        return described


@dataclass
class Town:
    """Everything that Discord knows."""

    users: dict[str, User] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    private: dict[str, str] = field(default_factory=dict)
    nonces: dict[tuple[str, str], str] = field(default_factory=dict)
    reactions: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    commands: list[Json] = field(default_factory=list)
    bot_may: int = BOT_MAY
    crowd: int = 42  # members, the bot among them
    flags: int = 0  # of the application: which intents it was given
    roles: dict[str, str] = field(default_factory=dict)  # of people: names by number
    bots: dict[str, Json] = field(default_factory=dict)  # other bots, as members
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(10**18 + 1))

    def number(self) -> str:
        """Return the next snowflake."""
        return str(next(self.numbers))

    def add_user(self, name: str, **facts: Any) -> User:
        number = self.number()
        user = User(number, f"{name}.acct{number[-4:]}", facts.pop("nick", name.title()), **facts)
        self.users[user.id] = user
        return user

    def add_place(self, kind: int, name: str, **facts: Any) -> Place:
        place = Place(self.number(), kind, name, **facts)
        self.places[place.id] = place
        return place

    def private_with(self, user: str) -> Place:
        """Return the private channel of somebody and the bot: always the same."""
        if user not in self.private:
            place = self.add_place(DM_CHANNEL, "", members={user})
            self.private[user] = place.id
        return self.places[self.private[user]]

    def add_message(self, place: Place, author: Json, body: Mapping[str, Any]) -> Json:
        message = self.message(place, author, body)
        place.messages[message["id"]] = message
        return message

    def message(self, place: Place, author: Json, body: Mapping[str, Any]) -> Json:
        return {
            "id": self.number(),
            "channel_id": place.id,
            "author": author,
            "content": body.get("content") or "",
            "timestamp": "2026-03-02T09:30:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": body.get("attachments", []),
            "embeds": [],
            "pinned": False,
            "type": 0,
            "flags": body.get("flags", 0),
            "components": body.get("components", []),
            **_reference(place, body),
        }

    def seen_by(self, user: str) -> Iterator[Json]:
        """Return the messages that somebody can see, oldest first."""
        places = [p for p in self.places.values() if p.members is None or user in p.members]
        messages = [message for place in places for message in place.messages.values()]
        yield from sorted(messages, key=lambda message: int(message["id"]))

    def bot(self) -> Json:
        return {
            "id": BOT,
            "username": "entraide",
            "global_name": None,
            "discriminator": "0",
            "avatar": None,
            "bot": True,
        }

    def us(self) -> Json:
        return _membership(self.bot(), BOT_ROLE)

    def add_bot(self, name: str, let_into: Place) -> None:
        """Let another bot into a channel; its role names it, as Discord's does."""
        bot = {**self.bot(), "id": self.number(), "username": name}
        self.bots[bot["id"]] = _membership(bot, self.number())
        let_into.let_in.append(bot["id"])

    def add_role(self, name: str) -> str:
        """Add a role that people can be given, and return its number."""
        number = self.number()
        self.roles[number] = name
        return number

    def guild(self) -> Json:
        channels = [p.json for p in self.places.values() if p.kind in (TEXT_CHANNEL, FORUM)]
        roles = [
            _role(GUILD, "@everyone", EVERYBODY_MAY),
            _role(BOT_ROLE, "Entraide", self.bot_may),
            *(_role(number, name, 0, bot_id="") for number, name in self.roles.items()),
            *(_role(bot["roles"][0], "bot", 0, bot_id=number) for number, bot in self.bots.items()),
        ]
        return {
            "id": GUILD, "name": "Entre pairs", "owner_id": OWNER, "channels": channels,
            "roles": roles, "emojis": [], "stickers": [], "threads": [], "members": [self.us()],
            "voice_states": [], "presences": [], "features": [], "stage_instances": [],
            "guild_scheduled_events": [], "soundboard_sounds": [], "member_count": self.crowd,
            "large": False, "unavailable": False, "joined_at": "2026-01-01T00:00:00+00:00",
            "verification_level": 0, "default_message_notifications": 0,
            "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "premium_tier": 0,
            "system_channel_flags": 0, "preferred_locale": "fr", "afk_timeout": 300,
            "icon": None, "premium_progress_bar_enabled": False, "afk_channel_id": None,
        }  # fmt: skip


def _reference(place: Place, body: Mapping[str, Any]) -> Json:
    """Return what a message answers, as Discord tells it; what is gone is answered by none."""
    given = body.get("message_reference")
    if given is None:
        return {}
    assert given["message_id"] in place.messages or not given["fail_if_not_exists"]
    where = {"type": 0, "channel_id": place.id, "message_id": given["message_id"]}
    return {"message_reference": where} if given["message_id"] in place.messages else {}


def read_by_bot(place: Place, message: Json) -> Json:
    """Return a message as we may read it: in a server, words only if ours or meant for us."""
    if place.kind == DM_CHANNEL or message["author"]["id"] == BOT:
        return dict(message)
    if f"<@{BOT}>" in message["content"]:
        return dict(message)
    return {**message, "content": "", "attachments": []}


def _membership(user: Json, role: str) -> Json:
    return {
        "user": user, "roles": [role], "deaf": False, "mute": False, "flags": 0,
        "joined_at": "2026-01-01T00:00:00+00:00", "nick": None,
    }  # fmt: skip


def _role(number: str, name: str, permissions: int, *, bot_id: str = BOT) -> Json:
    return {
        "id": number, "name": name, "permissions": str(permissions), "position": 0, "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False, "managed": False, "mentionable": False, "flags": 0,
        **({} if number == GUILD or not bot_id else {"tags": {"bot_id": bot_id}}),
    }  # fmt: skip
