"""What a workspace knows: people, channels, messages, files, and the views on screens."""

import itertools
import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack_wire.check import Refused, check_message, check_view

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

    # --- methods of the Web API ---------------------------------------------------------------

    def auth_test(self, args: dict[str, Any]) -> dict[str, Any]:
        return {"team_id": self.team, "user_id": BOT_USER, "bot_id": BOT_ID, "team": self.name}

    def users_info(self, args: dict[str, Any]) -> dict[str, Any]:
        member = self.members.get(args["user"])
        if member is None:
            raise Refused("user_not_found")
        profile = {"display_name": member.name}
        user = {"id": member.id, "name": member.name, "profile": profile}
        return {"user": {**user, "locale": member.locale, "is_admin": member.is_admin}}

    def conversations_info(self, args: dict[str, Any]) -> dict[str, Any]:
        channel = self._channel(args["channel"])
        self.need("private channel" if channel.is_private else "public channel")
        if channel.is_private and BOT_USER not in channel.members:
            raise Refused("channel_not_found")
        facts = {"is_ext_shared": channel.is_ext_shared, "is_private": channel.is_private}
        is_member = BOT_USER in channel.members
        counted = {"num_members": len(channel.members) + channel.silent}
        counts = counted if args.get("include_num_members") == "true" else {}
        return {"channel": {"id": channel.id, "is_member": is_member, **facts, **counts}}

    def conversations_members(self, args: dict[str, Any]) -> dict[str, Any]:
        members = sorted(self._channel(args["channel"]).members)
        return {"members": members, "response_metadata": {"next_cursor": ""}}

    def chat_postMessage(self, args: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        check_message(args)
        self._check_files(args)
        if "username" in args:
            self.need("username")
        channel = self._place(args["channel"])
        thread = args.get("thread_ts", "")
        if thread and (channel, thread) not in self.messages:
            raise Refused("thread_not_found")
        message = self.write(channel, BOT_USER, args, thread=thread)
        return {"channel": channel, "ts": message.ts}

    def chat_postEphemeral(self, args: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        check_message(args)
        self._check_files(args)
        channel, user = self._channel(args["channel"]), args["user"]
        if user not in channel.members:
            raise Refused("user_not_in_channel")
        thread = args.get("thread_ts", "")
        message = self.write(channel.id, BOT_USER, args, thread=thread, only_for=user)
        return {"message_ts": message.ts}

    def chat_update(self, args: dict[str, Any]) -> dict[str, Any]:
        check_message(args)
        self._check_files(args)
        message = self._own(args)
        message.body = {**message.body, **args}
        return {"channel": message.channel, "ts": message.ts}

    def chat_delete(self, args: dict[str, Any]) -> dict[str, Any]:
        message = self._own(args)
        del self.messages[message.channel, message.ts]
        return {"channel": message.channel, "ts": message.ts}

    def reactions_add(self, args: dict[str, Any]) -> dict[str, Any]:
        message = self._message(args["channel"], args["timestamp"])
        if args["name"] in message.reactions:
            raise Refused("already_reacted")
        message.reactions.add(args["name"])
        return {}

    def reactions_remove(self, args: dict[str, Any]) -> dict[str, Any]:
        message = self._message(args["channel"], args["timestamp"])
        if args["name"] not in message.reactions:
            raise Refused("no_reaction")
        message.reactions.remove(args["name"])
        return {}

    def views_publish(self, args: dict[str, Any]) -> dict[str, Any]:
        check_view(args["view"])
        self._check_files(args["view"])
        self.members[args["user_id"]].home = self._fresh(args["view"])
        return {"view": args["view"]}

    def views_open(self, args: dict[str, Any]) -> dict[str, Any]:
        check_view(args["view"])
        self._check_files(args["view"])
        member = self.members[self._triggered(args)]
        member.stack = [self._fresh(args["view"])]
        return {"view": self.described(member)}

    def views_push(self, args: dict[str, Any]) -> dict[str, Any]:
        check_view(args["view"])
        self._check_files(args["view"])
        member = self.members[self._triggered(args)]
        self.push(member, args["view"])
        return {"view": self.described(member)}

    def views_update(self, args: dict[str, Any]) -> dict[str, Any]:
        check_view(args["view"])
        self._check_files(args["view"])
        for member in self.members.values():
            for place, view in enumerate(member.stack):
                if view["id"] == args["view_id"]:
                    member.stack[place] = {**self._fresh(args["view"]), "id": view["id"]}
                    return {"view": member.stack[place]}
        raise Refused("not_found")

    def files_getUploadURLExternal(self, args: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        file = f"F{next(self.counter):08d}"
        return {"file_id": file, "upload_url": f"/upload/{self.team}/{file}"}

    def files_completeUploadExternal(self, args: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        for file in args["files"]:
            if file["id"] not in self.files:
                raise Refused("file_not_found")
        return {"files": args["files"]}

    def files_delete(self, args: dict[str, Any]) -> dict[str, Any]:
        if args["file"] not in self.files:
            raise Refused("file_not_found")
        if args["file"].startswith(PEOPLES_FILE):
            raise Refused("cant_delete_file")
        del self.files[args["file"]]
        return {}

    # --- screens --------------------------------------------------------------------------------

    def push(self, member: Member, view: dict[str, Any]) -> None:
        if len(member.stack) >= DEPTH_MAX:
            raise Refused("push_limit_reached")
        member.stack.append(self._fresh(view))

    def replace(self, member: Member, view: dict[str, Any]) -> None:
        member.stack[-1] = {**self._fresh(view), "id": member.stack[-1]["id"]}

    def described(self, member: Member) -> dict[str, Any]:
        """Return the uppermost modal as Slack describes it to apps."""
        top = member.stack[-1]
        below = member.stack[-2]["id"] if len(member.stack) > 1 else None
        return {**top, "root_view_id": member.stack[0]["id"], "previous_view_id": below}

    def close(self, member: Member) -> None:
        """Close the uppermost modal, and those below it when it says so."""
        clears = member.stack[-1].get("clear_on_close")
        member.stack = [] if clears else member.stack[:-1]

    # --- inside ---------------------------------------------------------------------------------

    def _check_files(self, part: Any) -> None:
        """Refuse blocks that show a file which is not there."""
        if isinstance(part, dict):
            shown = part.get("slack_file")
            if shown and shown["id"] not in self.files:
                raise Refused("invalid_blocks: no such slack_file")
            part = list(part.values())
        for each in part if isinstance(part, list) else ():
            self._check_files(each)

    def _fresh(self, view: dict[str, Any]) -> dict[str, Any]:
        return {**view, "id": f"V{next(self.counter):08d}", "team_id": self.team}

    def _triggered(self, args: dict[str, Any]) -> str:
        user = self.triggers.pop(args["trigger_id"], None)
        if user is None:
            raise Refused("expired_trigger_id")
        return user

    def _place(self, channel: str) -> str:
        """Return the channel; a person's id means their direct messages with the bot."""
        if channel in self.members:
            direct = f"D{channel[1:]}"
            self.channels.setdefault(direct, Channel(direct, {channel}))
            return direct
        found = self._channel(channel)
        if BOT_USER not in found.members and not found.id.startswith("D"):
            raise Refused("not_in_channel")
        return found.id

    def _channel(self, channel: str) -> Channel:
        if channel not in self.channels:
            raise Refused("channel_not_found")
        return self.channels[channel]

    def _own(self, args: dict[str, Any]) -> Message:
        message = self._message(args["channel"], args["ts"])
        if message.user != BOT_USER:
            raise Refused("cant_delete_message")
        return message

    def _message(self, channel: str, ts: str) -> Message:
        if (channel, ts) not in self.messages:
            raise Refused("message_not_found")
        return self.messages[channel, ts]
