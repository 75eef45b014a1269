"""Everything that Entraide says on Slack by itself: posts, changes and marks."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from adapters.kit.tokens import Tokens
from adapters.slack.cards import PLAIN, signature
from adapters.slack.errors import DoneAlready
from adapters.slack.home import Homes
from adapters.slack.notes import Notes
from adapters.slack.page import Owner, Shown
from adapters.slack.people import PLATFORM
from adapters.slack.places import Places, Spot
from adapters.slack.render import (
    MESSAGE_BLOCKS,
    VIEW_BLOCKS,
    bubble_blocks,
    fallback,
    note,
    rows,
    screen_blocks,
)
from adapters.slack.rich import Element, escaped
from adapters.slack.uploads import Uploads
from adapters.slack.web import Web
from bot.domain.errors import Undeliverable
from bot.domain.ids import DeliveryId
from bot.domain.people import Language
from bot.ports.outbound import Target
from bot.ui.screen import Bubble, Button, Mark, Screen
from bot.wording import Wording

_MARKS: Mapping[Mark, str] = {
    Mark.WAITING: "hourglass_flowing_sand",
    Mark.DELIVERED: "white_check_mark",
    Mark.FAILED: "warning",
}


def message(blocks: list[Element], text: str) -> dict[str, Any]:
    """Return what a post and its change have in common."""
    return {"blocks": blocks, "text": text}


class SlackMessenger:
    """The one way out to Slack; what is a requester's goes to their App Home."""

    platform = PLATFORM

    def __init__(
        self,
        *,
        web: Web,
        places: Places,
        homes: Homes,
        uploads: Uploads,
        tokens: Tokens,
        notes: Notes,
        wordings: Mapping[Language, Wording],
    ) -> None:
        self._web, self._places, self._homes = web, places, homes
        self._uploads, self._tokens, self._notes = uploads, tokens, notes
        self._wordings = wordings

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        """Show it and return ``channel/ts``, or the key itself in an App Home."""
        if target.place == "conversation":
            await self._show_at_home(target, key, drawing)
            await self._homes.notify(_owner(target))
            return key
        earlier = await self._notes.sent(key)
        if earlier is not None:
            return earlier
        spot = await self._places.of(target)
        body = await self._body(target, drawing, spot)
        sent = await self._web.call(target.space, "chat.postMessage", body)
        handle = f"{sent['channel']}/{sent['ts']}"
        await self._notes.keep_sent(key, handle, target.request)
        if not spot.thread:
            await self._places.opened(target, sent["channel"], sent["ts"])
        return handle

    async def edit(self, target: Target, handle: str, drawing: Screen | Bubble) -> None:
        """Change what is there."""
        if target.place == "conversation":
            await self._show_at_home(target, handle, drawing)
            return
        channel, _, ts = handle.partition("/")
        body = message(await self._blocks(target, drawing, MESSAGE_BLOCKS), fallback(drawing))
        await self._web.call(target.space, "chat.update", {**body, "channel": channel, "ts": ts})

    async def remove(self, target: Target, handle: str) -> None:
        """Take it down, and the files that it showed; what is gone already is as good."""
        if target.place == "conversation" and target.request:
            await self._homes.take_down(_owner(target), target.request, handle)
        else:
            await self._remove_message(target, handle)
        await self._tidy(target)

    async def mark(self, target: Target, origin: str, mark: Mark) -> None:
        """Show on somebody's own message how far it got; forms have nothing to mark."""
        if target.place == "conversation" and target.request:
            await self._homes.mark(_owner(target), target.request, origin, mark)
            return
        spoken = await self._notes.spoken(origin)
        if spoken is None or spoken.mark == mark.value:
            return
        await self._notes.keep_spoken(origin, replace(spoken, mark=mark.value))
        await self._react("reactions.add", spoken.space, origin, mark)
        if spoken.mark:
            await self._react("reactions.remove", spoken.space, origin, Mark(spoken.mark))

    async def warn(self, space: str, origin: str) -> None:
        """Mark what went nowhere, whatever the store knows of it or can note now."""
        await self._react("reactions.add", space, origin, Mark.FAILED)

    async def empty(self, target: Target) -> None:
        """Clear a Home; in a thread, what people wrote is theirs: no app may delete it."""
        if target.place == "conversation" and target.request:
            await self._homes.clear(_owner(target), target.request)
        await self._tidy(target)

    # --- inside -----------------------------------------------------------------------------

    async def _remove_message(self, target: Target, handle: str) -> None:
        channel, _, ts = handle.partition("/")
        where = {"channel": channel, "ts": ts}
        with suppress(Undeliverable):
            if await self._places.is_root(target, channel, ts):
                text = self._wordings[target.language]("slack-taken-down")
                body = message(note(text), escaped(text))
                await self._web.call(target.space, "chat.update", {**body, **where})
            else:
                await self._web.call(target.space, "chat.delete", where)

    async def _tidy(self, target: Target) -> None:
        if target.request:
            await self._uploads.tidy(target.request)

    async def _show_at_home(self, target: Target, handle: str, drawing: Screen | Bubble) -> None:
        if target.request is None:
            raise Undeliverable("gone")
        blocks = await self._blocks(target, drawing, VIEW_BLOCKS // 2)
        shown = Shown(blocks, is_message=isinstance(drawing, Bubble))
        await self._homes.put(_owner(target), target.request, handle, shown)

    async def _body(
        self, target: Target, drawing: Screen | Bubble, spot: Spot
    ) -> Mapping[str, Any]:
        """Return a post: no link is previewed, no name is looked up."""
        blocks = await self._blocks(target, drawing, MESSAGE_BLOCKS)
        body = {"channel": spot.channel, **message(blocks, fallback(drawing)), **PLAIN}
        if spot.thread:
            body["thread_ts"] = spot.thread
        if isinstance(drawing, Bubble):
            body["username"] = signature(drawing.author)
            body["icon_emoji"] = ":speech_balloon:"
        return body

    async def _blocks(self, target: Target, drawing: Screen | Bubble, room: int) -> list[Element]:
        files = await self._uploads.of(target.space, drawing, target.request)
        say = self._wordings[target.language]
        sheaf = self._tokens.sheaf(target.space, request=target.request)
        if isinstance(drawing, Screen):
            blocks = screen_blocks(drawing, sheaf, say, room=room, files=files)
        else:
            # In a thread, the message itself bears its author's name.
            named = target.place == "conversation"
            blocks = [
                *bubble_blocks(drawing, files, named=named),
                *rows(_reply(target, say), sheaf),
            ]
        await sheaf.keep()
        return blocks

    async def _react(self, method: str, space: str, origin: str, mark: Mark) -> None:
        channel, _, ts = origin.partition("/")[2].partition("/")
        body = {"channel": channel, "timestamp": ts, "name": _MARKS[mark]}
        with suppress(Undeliverable, DoneAlready):
            await self._web.call(space, method, body)


def _owner(target: Target) -> Owner:
    return Owner(target.space, target.user, target.language)


def _reply(target: Target, say: Wording) -> tuple[Button, ...]:
    """Return the button that answers; direct messages, for one, are not read."""
    if target.place != "thread" or target.request is None:
        return ()
    return (Button(say("button-reply"), "inbox.reply.form", target.request),)
