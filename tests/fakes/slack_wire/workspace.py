"""What a workspace holds: people, channels, messages, files, and the views on screens."""

import itertools
import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack_wire.check import Refused

BOT_USER, BOT_ID = "UENTRAIDE", "BENTRAIDE"
DEPTH_MAX = 3
PEOPLES_FILE = "FUSER"  # what the names of files begin with that no bot may delete

# Method → the scope that it needs, from Slack's method reference; others need none.
SCOPES = {
    "users.info": "users:read",
    "public channel": "channels:read",
    "private channel": "groups:read",
    "conversations.members": "groups:read",
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "username": "chat:write.customize",
    "reactions.add": "reactions:write",
    "reactions.remove": "reactions:write",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.delete": "files:write",
    "download": "files:read",
    "message.groups": "groups:history",
    "conversations.replies": "groups:history",
    "slash_commands": "commands",
    "shortcut": "commands",
}


@dataclass
class Member:
    """Somebody with an account."""

    id: str
    name: str
    locale: str = "fr-FR"
    is_admin: bool = False
    stack: list[dict[str, Any]] = field(default_factory=list)  # the open modals
    home: dict[str, Any] | None = None


@dataclass
class Channel:
    """A channel, or the direct messages of a person with the bot."""

    id: str
    members: set[str]
    is_private: bool = True
    is_ext_shared: bool = False
    silent: int = 40  # members who only read


@dataclass
class Message:
    """A message as it stands; ``only_for`` is set for ephemeral ones."""

    channel: str
    ts: str
    user: str
    body: dict[str, Any]
    thread: str = ""
    only_for: str = ""
    reactions: set[str] = field(default_factory=set)
    edited: str = ""


@dataclass
class Workspace:
    """One workspace of the fake Slack."""

    team: str
    token: str
    members: dict[str, Member] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    messages: dict[tuple[str, str], Message] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    triggers: dict[str, str] = field(default_factory=dict)
    name: str = ""
    scopes: frozenset[str] = frozenset(SCOPES.values())  # granted to the bot
    events: frozenset[str] = frozenset()  # sent to the app; all of them when none is named
    counter: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    @property
    def granted(self) -> list[str]:
        """The scopes of the bot's token, as Slack tells them with each answer."""
        return sorted(self.scopes)

    def need(self, method: str) -> None:
        """Refuse what the bot was not granted."""
        scope = SCOPES.get(method)
        if scope and scope not in self.scopes:
            raise Refused(f"missing_scope: {scope} for {method}")

    def trigger(self, user: str) -> str:
        """Return a trigger that opens one view."""
        trigger = secrets.token_hex(8)
        self.triggers[trigger] = user
        return trigger

    def next_ts(self) -> str:
        return f"1772443800.{next(self.counter):06d}"

    def write(
        self, channel: str, user: str, body: dict[str, Any], *, thread: str = "", only_for: str = ""
    ) -> Message:
        """Put a message into a channel."""
        message = Message(channel, self.next_ts(), user, body, thread, only_for)
        self.messages[channel, message.ts] = message
        return message

    # --- screens --------------------------------------------------------------------------------

    def push(self, member: Member, view: dict[str, Any]) -> None:
        if len(member.stack) >= DEPTH_MAX:
            raise Refused("push_limit_reached")
        member.stack.append(self.fresh(view))

    def replace(self, member: Member, view: dict[str, Any]) -> None:
        member.stack[-1] = {**self.fresh(view), "id": member.stack[-1]["id"]}

    def described(self, member: Member) -> dict[str, Any]:
        """Return the uppermost modal as Slack describes it to apps."""
        top = member.stack[-1]
        below = member.stack[-2]["id"] if len(member.stack) > 1 else None
        return {**top, "root_view_id": member.stack[0]["id"], "previous_view_id": below}

    def close(self, member: Member) -> None:
        """Close the uppermost modal, and those below it when it says so."""
        clears = member.stack[-1].get("clear_on_close")
        member.stack = [] if clears else member.stack[:-1]

    def fresh(self, view: dict[str, Any]) -> dict[str, Any]:
        """Return a view under an id of its own."""
        return {**view, "id": f"V{next(self.counter):08d}", "team_id": self.team}


def town(team: str = "T0ENTRAIDE", token: str = "xoxb-canary-token") -> Workspace:
    """A workspace with the five people, and the three channels."""
    names = ("camille", "louis", "nadia", "yann", "sacha")
    members = {f"U{name.upper()}": Member(f"U{name.upper()}", name) for name in names}
    everybody, bot = set(members), "UENTRAIDE"
    channels = {
        "CHELP": Channel("CHELP", {*everybody, bot}, is_private=False),
        "CMENTORS": Channel("CMENTORS", {"UNADIA", "UYANN", bot}),
        "CMODERATORS": Channel("CMODERATORS", {"USACHA", bot}),
    }
    return Workspace(team, token, members, channels)
