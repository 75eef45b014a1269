"""Where a target is on Discord: a channel, a private channel, a private thread."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from adapters.discord.notes import Line, Notes, Thread
from adapters.discord.rest import Json, Rest
from bot.domain.community import Channel, Community
from bot.domain.errors import Undeliverable
from bot.domain.ids import RequestId
from bot.ports.outbound import Target

Communities = Callable[[str, str], Awaitable[Community | None]]

PLATFORM = "discord"
PRIVATE_THREAD, FORUM = 12, 15
_WEEK_IN_MINUTES = 10080


class Places:
    """Finds or opens the channel of a target; every thread is opened once."""

    def __init__(self, *, rest: Rest, notes: Notes, communities: Communities) -> None:
        self._rest, self._notes, self._communities = rest, notes, communities
        self._private: dict[str, str] = {}
        self._channels: dict[str, Json] = {}

    async def of(self, target: Target) -> str:
        """Return the channel that a target means; raises ``Undeliverable``."""
        if target.place == "room":
            return target.channel
        if target.place == "thread":
            return await self._thread(target)
        channel = await self.private(target.user)
        if target.place == "conversation" and target.request:
            await self._note_line(target, target.request, channel)
        return channel

    async def private(self, user: str) -> str:
        """Return the private channel with somebody."""
        if user not in self._private:
            opened = await self._rest.call("POST", "/users/@me/channels", {"recipient_id": user})
            self._private[user] = str(opened["id"])
        return self._private[user]

    async def forum(self, channel: str) -> Json | None:
        """Return a channel when it is a forum."""
        if channel not in self._channels:
            self._channels[channel] = await self._rest.call(
                "GET", "/channels/{channel_id}", channel_id=channel
            )
        found = self._channels[channel]
        return found if found["type"] == FORUM else None

    async def _note_line(self, target: Target, request: RequestId, channel: str) -> None:
        if await self._notes.line(request) is None:
            await self._notes.keep_line(request, Line(channel, target.user, target.space))

    async def _thread(self, target: Target) -> str:
        if target.request is None:
            raise Undeliverable("gone")
        thread = await self._notes.thread(target.space, target.request)
        if thread is None:
            number = await self._found(target) or await self._opened(target)
            thread = Thread(number, last=number)  # older than whatever is written in it
        if set(target.members) != set(thread.members):
            await self._let_in(thread, target.members)
            thread = replace(thread, members=target.members)
            await self._notes.keep_thread(target.space, target.request, thread)
        return thread.id

    async def _parent(self, target: Target) -> str:
        community = await self._communities(PLATFORM, target.space)
        spaces = community.spaces if community else ()
        for space in spaces:
            if (space.platform, space.id) == (PLATFORM, target.space):
                channel = space.channels.get(Channel.MENTORS)
                if channel:
                    return channel
        raise Undeliverable("gone")

    async def _found(self, target: Target) -> str | None:
        """Return a thread that we opened just before we were killed."""
        parent = await self._parent(target)
        active = await self._rest.call(
            "GET", "/guilds/{guild_id}/threads/active", guild_id=target.space
        )
        own = [
            each
            for each in active["threads"]
            if (each["name"], each["parent_id"]) == (target.title, parent)
            and await self._notes.request_of(each["id"]) is None
        ]
        return str(own[0]["id"]) if own else None

    async def _opened(self, target: Target) -> str:
        """Open a private thread, named after the code name: its title tells nothing."""
        body = {
            "name": target.title,
            "type": PRIVATE_THREAD,
            "invitable": False,
            "auto_archive_duration": _WEEK_IN_MINUTES,
        }
        opened = await self._rest.call(
            "POST",
            "/channels/{channel_id}/threads",
            body,
            channel_id=await self._parent(target),
        )
        return str(opened["id"])

    async def _let_in(self, thread: Thread, members: Sequence[str]) -> None:
        """Let in who helps now, and nobody else: never the requester."""
        path = "/channels/{channel_id}/thread-members/{user_id}"
        for user in members:
            if user not in thread.members:
                await self._rest.call("PUT", path, channel_id=thread.id, user_id=user)
        for user in set(thread.members) - set(members):
            with suppress(Undeliverable):
                await self._rest.call("DELETE", path, channel_id=thread.id, user_id=user)


def tags(forum: Json, facts: Sequence[str]) -> list[str]:
    """Return the forum's tags that are named like something on the card, five at most."""
    named = {tag["name"].casefold(): str(tag["id"]) for tag in forum.get("available_tags", ())}
    return [named[each.casefold()] for each in facts if each.casefold() in named][:5]
