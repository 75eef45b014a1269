"""The methods of the Web API, as they act on a workspace: one function a method."""

from typing import Any

from tests.fakes.slack_wire.check import Refused, check_message, check_view
from tests.fakes.slack_wire.workspace import (
    BOT_ID,
    BOT_USER,
    PEOPLES_FILE,
    Channel,
    Message,
    Workspace,
)


class Methods:
    """Answers as Slack does; raises ``Refused`` where Slack refuses."""

    def __init__(self, workspace: Workspace) -> None:
        self._in = workspace

    def auth_test(self, args: dict[str, Any]) -> dict[str, Any]:
        return {
            "team_id": self._in.team,
            "user_id": BOT_USER,
            "bot_id": BOT_ID,
            "team": self._in.name,
        }

    def users_info(self, args: dict[str, Any]) -> dict[str, Any]:
        member = self._in.members.get(args["user"])
        if member is None:
            raise Refused("user_not_found")
        profile = {"display_name": member.name}
        user = {"id": member.id, "name": member.name, "profile": profile}
        return {"user": {**user, "locale": member.locale, "is_admin": member.is_admin}}

    def conversations_info(self, args: dict[str, Any]) -> dict[str, Any]:
        channel = self._channel(args["channel"])
        self._in.need("private channel" if channel.is_private else "public channel")
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

    def conversations_replies(self, args: dict[str, Any]) -> dict[str, Any]:
        """Return the first message of a thread, then the later ones, a page at a time."""
        root = self._message(args["channel"], args["ts"])
        there = [m for m in self._in.messages.values() if m.thread == root.ts and not m.only_for]
        since, inclusive = args.get("oldest", "0"), args.get("inclusive") == "true"
        after = [m for m in there if m.ts > since or (inclusive and m.ts == since)]
        later = [m for m in after if m.channel == root.channel]
        start, limit = int(args.get("cursor") or 0), int(args["limit"])
        page, is_more = later[start : start + limit], len(later) > start + limit
        cursor = {"next_cursor": str(start + limit) if is_more else ""}
        told = [self._told(message) for message in (root, *page)]
        return {"messages": told, "has_more": is_more, "response_metadata": cursor}

    def chat_postMessage(self, args: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        check_message(args)
        self._check_files(args)
        if "username" in args:
            self._in.need("username")
        channel = self._place(args["channel"])
        thread = args.get("thread_ts", "")
        if thread and (channel, thread) not in self._in.messages:
            raise Refused("thread_not_found")
        message = self._in.write(channel, BOT_USER, args, thread=thread)
        return {"channel": channel, "ts": message.ts}

    def chat_postEphemeral(self, args: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        check_message(args)
        self._check_files(args)
        channel, user = self._channel(args["channel"]), args["user"]
        if user not in channel.members:
            raise Refused("user_not_in_channel")
        thread = args.get("thread_ts", "")
        message = self._in.write(channel.id, BOT_USER, args, thread=thread, only_for=user)
        return {"message_ts": message.ts}

    def chat_update(self, args: dict[str, Any]) -> dict[str, Any]:
        check_message(args)
        self._check_files(args)
        message = self._own(args)
        message.body = {**message.body, **args}
        return {"channel": message.channel, "ts": message.ts}

    def chat_delete(self, args: dict[str, Any]) -> dict[str, Any]:
        message = self._own(args)
        del self._in.messages[message.channel, message.ts]
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
        self._in.members[args["user_id"]].home = self._in.fresh(args["view"])
        return {"view": args["view"]}

    def views_open(self, args: dict[str, Any]) -> dict[str, Any]:
        check_view(args["view"])
        self._check_files(args["view"])
        member = self._in.members[self._triggered(args)]
        member.stack = [self._in.fresh(args["view"])]
        return {"view": self._in.described(member)}

    def views_push(self, args: dict[str, Any]) -> dict[str, Any]:
        check_view(args["view"])
        self._check_files(args["view"])
        member = self._in.members[self._triggered(args)]
        self._in.push(member, args["view"])
        return {"view": self._in.described(member)}

    def views_update(self, args: dict[str, Any]) -> dict[str, Any]:
        check_view(args["view"])
        self._check_files(args["view"])
        for member in self._in.members.values():
            for place, view in enumerate(member.stack):
                if view["id"] == args["view_id"]:
                    member.stack[place] = {**self._in.fresh(args["view"]), "id": view["id"]}
                    return {"view": member.stack[place]}
        raise Refused("not_found")

    def files_getUploadURLExternal(self, args: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        file = f"F{next(self._in.counter):08d}"
        return {"file_id": file, "upload_url": f"/upload/{self._in.team}/{file}"}

    def files_completeUploadExternal(self, args: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        for file in args["files"]:
            if file["id"] not in self._in.files:
                raise Refused("file_not_found")
            if "channel_id" in args:
                body = {"text": file["title"], "files": [file]}
                self._in.write(self._channel(args["channel_id"]).id, BOT_USER, body)
        return {"files": args["files"]}

    def files_delete(self, args: dict[str, Any]) -> dict[str, Any]:
        if args["file"] not in self._in.files:
            raise Refused("file_not_found")
        if args["file"].startswith(PEOPLES_FILE):
            raise Refused("cant_delete_file")
        del self._in.files[args["file"]]
        return {}

    # --- inside ---------------------------------------------------------------------------------

    def _check_files(self, part: Any) -> None:
        """Refuse blocks that show a file which is not there."""
        if isinstance(part, dict):
            shown = part.get("slack_file")
            if shown and shown["id"] not in self._in.files:
                raise Refused("invalid_blocks: no such slack_file")
            part = list(part.values())
        for each in part if isinstance(part, list) else ():
            self._check_files(each)

    def _triggered(self, args: dict[str, Any]) -> str:
        user = self._in.triggers.pop(args["trigger_id"], None)
        if user is None:
            raise Refused("expired_trigger_id")
        return user

    def _place(self, channel: str) -> str:
        """Return the channel; a person's id means their direct messages with the bot."""
        if channel in self._in.members:
            direct = f"D{channel[1:]}"
            self._in.channels.setdefault(direct, Channel(direct, {channel}))
            return direct
        found = self._channel(channel)
        if BOT_USER not in found.members and not found.id.startswith("D"):
            raise Refused("not_in_channel")
        return found.id

    def _channel(self, channel: str) -> Channel:
        if channel not in self._in.channels:
            raise Refused("channel_not_found")
        return self._in.channels[channel]

    def _told(self, message: Message) -> dict[str, Any]:
        text = str(message.body.get("text", ""))
        told = {"type": "message", "user": message.user, "ts": message.ts, "text": text}
        ours = {"bot_id": BOT_ID} if message.user == BOT_USER else {"team": self._in.team}
        edited = {"edited": {"ts": message.edited}} if message.edited else {}
        return {**told, **ours, **edited, "thread_ts": message.thread or message.ts}

    def _own(self, args: dict[str, Any]) -> Message:
        message = self._message(args["channel"], args["ts"])
        if message.user != BOT_USER:
            raise Refused("cant_delete_message")
        return message

    def _message(self, channel: str, ts: str) -> Message:
        if (channel, ts) not in self._in.messages:
            raise Refused("message_not_found")
        return self._in.messages[channel, ts]
