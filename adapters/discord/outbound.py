"""Everything that Entraide says on Discord: posts, changes, marks and private answers."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any

from adapters.discord.members import Members
from adapters.discord.notes import Notes, Shown, Spoken
from adapters.discord.places import PLATFORM, Places, tags
from adapters.discord.render import Page, bubble_page, clip, screen_page
from adapters.discord.rest import Rest
from adapters.kit.tokens import Tokens
from bot.domain.errors import LEFT, Undeliverable
from bot.domain.ids import DeliveryId
from bot.domain.people import Language
from bot.ports.outbound import Target
from bot.ports.vault import Vault
from bot.ui.screen import Bubble, Button, Called, Card, Facts, Mark, Screen, Text, Tone
from bot.wording import Wording

SUPPRESS_EMBEDS, EPHEMERAL, COMPONENTS_V2 = 1 << 2, 1 << 6, 1 << 15
_NONCE_CHARACTERS, _THREAD_NAME_MAX = 25, 100
_MARKS: Mapping[Mark, str] = {Mark.WAITING: "⏳", Mark.DELIVERED: "✅", Mark.FAILED: "⚠"}
_MESSAGE = "/channels/{channel_id}/messages/{message_id}"
_REACTION = _MESSAGE + "/reactions/{emoji}/@me"


def message(page: Page, *, flags: int = 0, called: Sequence[str] = ()) -> dict[str, Any]:
    """Return the body of a message: no mention pings but who is called, no link is previewed."""
    users = {"users": list(called)} if called else {}
    return {
        "components": list(page.components),
        "flags": COMPONENTS_V2 | SUPPRESS_EMBEDS | flags,
        "allowed_mentions": {"parse": [], "replied_user": False, **users},
    }


class DiscordMessenger:
    """The one way out to Discord; public posts are plain sends, never responses."""

    platform = PLATFORM

    def __init__(
        self,
        *,
        rest: Rest,
        places: Places,
        members: Members,
        tokens: Tokens,
        notes: Notes,
        vault: Vault,
        wordings: Mapping[Language, Wording],
    ) -> None:
        self._rest, self._places, self._members = rest, places, members
        self._tokens, self._notes = tokens, notes
        self._vault, self._wordings = vault, wordings

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        """Show it and return ``channel/message``; Discord shows the same nonce once."""
        async with self._reaching(target):
            return await self._posted(target, drawing, key)

    async def edit(self, target: Target, handle: str, drawing: Screen | Bubble) -> None:
        """Change what is there."""
        channel, _, number = handle.partition("/")
        page = await self._page(target, drawing, await self._answered(channel, drawing))
        async with self._reaching(target):
            await self._rest.call(
                "PATCH",
                _MESSAGE,
                message(page),
                enclosed=page.enclosed,
                channel_id=channel,
                message_id=number,
            )
        if channel == number and isinstance(drawing, Screen):
            await self._tag_again(target.channel, channel, drawing)

    async def remove(self, target: Target, handle: str) -> None:
        """Take it down; what is gone already is as good."""
        channel, _, number = handle.partition("/")
        with suppress(Undeliverable):
            await self._rest.call("DELETE", _MESSAGE, channel_id=channel, message_id=number)
        if channel == number:  # the first message of a forum post bears the number of its thread
            with suppress(Undeliverable):
                await self._rest.call("DELETE", "/channels/{channel_id}", channel_id=channel)

    async def mark(self, target: Target, origin: str, mark: Mark) -> None:
        """Show on somebody's own message how far it got; forms and inboxes have none."""
        spoken = await self._notes.spoken(origin)
        if spoken is None or spoken.mark == mark.value:
            return
        await self._react("PUT", origin, mark)
        await self._take_mark(origin, spoken, mark)
        if mark is Mark.FAILED:
            await self._explain(origin, spoken)

    async def warn(self, origin: str) -> None:
        """Mark what went nowhere, whatever the store knows of it or can note now."""
        await self._react("PUT", origin, Mark.FAILED)

    async def keep_warning(self, origin: str) -> None:
        """Remember that mark, so that it goes when the words get through after all."""
        spoken = await self._notes.spoken(origin)
        if spoken is not None and spoken.mark != Mark.FAILED.value:
            await self._take_mark(origin, spoken, Mark.FAILED)

    async def empty(self, target: Target) -> None:
        """Delete the mentors' thread; a private channel is its owner's to empty."""
        if target.place != "thread" or target.request is None:
            return
        thread = await self._notes.thread(target.space, target.request)
        if thread is not None:
            with suppress(Undeliverable):
                await self._rest.call("DELETE", "/channels/{channel_id}", channel_id=thread.id)

    async def say(self, channel: str, page: Page) -> str:
        """Answer a message that somebody wrote in a channel that is private to them."""
        return await self._send(channel, message(page), page)

    # --- inside -----------------------------------------------------------------------------

    async def _take_mark(self, origin: str, spoken: Spoken, mark: Mark) -> None:
        """Let a new mark take the place of the one that a message bore."""
        if spoken.mark:
            await self._react("DELETE", origin, Mark(spoken.mark))
        await self._notes.keep_mark(origin, spoken, mark.value)

    @asynccontextmanager
    async def _reaching(self, target: Target) -> AsyncIterator[None]:
        """Tell who left from who shut us out: Discord says the same of both at times."""
        try:
            yield
        except Undeliverable as never:
            here = never.reason == LEFT and target.user
            if here and await self._members.has(target.space, target.user):
                raise Undeliverable("closed") from None
            raise

    async def _posted(self, target: Target, drawing: Screen | Bubble, key: DeliveryId) -> str:
        is_new = await self._is_new_thread(target)
        channel = await self._places.of(target)
        answered = await self._answered(channel, drawing)
        page = await self._page(target, drawing, answered)
        forum = await self._places.forum(channel) if target.place == "room" else None
        if forum is not None and isinstance(drawing, Screen):
            called = _called(target, drawing)
            return await self._post_in_forum(forum, page, drawing, called)
        nonce = self._vault.pseudonym("discord-nonce", key)[:_NONCE_CHARACTERS]
        body = {
            **message(page, called=_called(target, drawing)),
            **_reference(answered),
            "nonce": nonce,
            "enforce_nonce": True,
        }
        handle = await self._send(channel, body, page)
        if is_new:
            await self._hint(target, channel)
        await self._keep(target, handle, drawing)
        return handle

    async def _keep(self, target: Target, handle: str, drawing: Screen | Bubble) -> None:
        """Note what a post shows, for whoever replies to it."""
        if target.place not in ("conversation", "thread") or target.request is None:
            return
        named = drawing.message if isinstance(drawing, Bubble) else ""
        await self._notes.keep_shown(handle, Shown(target.request, target.space, named))
        if target.place == "conversation":
            await self._notes.begin(target.request, handle.partition("/")[2])

    async def _answered(self, channel: str, drawing: Screen | Bubble) -> str:
        """Return the number of the message in this channel that a post answers, if any."""
        quoted = drawing.quoted if isinstance(drawing, Bubble) else None
        if quoted is None:
            return ""
        where, _, number = quoted.origin.partition("/")
        return number if where == channel else await self._notes.stands(channel, quoted.message)

    async def _is_new_thread(self, target: Target) -> bool:
        if target.place != "thread" or target.request is None:
            return False
        return await self._notes.thread(target.space, target.request) is None

    async def _hint(self, target: Target, channel: str) -> None:
        """Say once in a new thread how to write to the person."""
        say = self._wordings[target.language]
        card = Card(
            say("news-title-mentor", name=target.title), (Text(say("discord-thread-hint")),)
        )
        await self.say(channel, screen_page(Screen.of(card), self._tokens.sheaf(""), say))

    async def _explain(self, origin: str, spoken: Spoken) -> None:
        say = self._wordings[spoken.language]
        card = Card(say("discord-failed-title"), (Text(say("discord-failed")),), tone=Tone.WARNING)
        page = screen_page(Screen.of(card), self._tokens.sheaf(spoken.space), say)
        with suppress(Undeliverable):
            await self.say(origin.partition("/")[0], page)

    async def _page(self, target: Target, drawing: Screen | Bubble, answered: str) -> Page:
        """Draw it; a reply that Discord shows as one quotes nothing."""
        if answered and isinstance(drawing, Bubble):
            drawing = replace(drawing, quoted=None)
        say = self._wordings[target.language]
        sheaf = self._tokens.sheaf(target.space, request=target.request)
        page = (
            screen_page(drawing, sheaf, say)
            if isinstance(drawing, Screen)
            else bubble_page(drawing, _reply(target, say), sheaf, say)
        )
        await sheaf.keep()
        return page

    async def _send(self, channel: str, body: Mapping[str, Any], page: Page) -> str:
        path = "/channels/{channel_id}/messages"
        sent = await self._rest.call("POST", path, body, enclosed=page.enclosed, channel_id=channel)
        return f"{channel}/{sent['id']}"

    async def _react(self, method: str, origin: str, mark: Mark) -> None:
        channel, _, number = origin.partition("/")
        with suppress(Undeliverable):  # who wrote it may have blocked us
            await self._rest.call(
                method, _REACTION, channel_id=channel, message_id=number, emoji=_MARKS[mark]
            )

    async def _post_in_forum(
        self, forum: Any, page: Page, screen: Screen, called: Sequence[str]
    ) -> str:
        body = {
            "name": clip(screen.cards[0].title, _THREAD_NAME_MAX),
            "message": message(page, called=called),
            "applied_tags": tags(forum, _facts(screen)),
        }
        path = "/channels/{channel_id}/threads"
        opened = await self._rest.call("POST", path, body, channel_id=str(forum["id"]))
        return f"{opened['id']}/{opened['id']}"

    async def _tag_again(self, forum_id: str, thread: str, screen: Screen) -> None:
        forum = await self._places.forum(forum_id)
        if forum is not None:
            body = {"applied_tags": tags(forum, _facts(screen))}
            await self._rest.call("PATCH", "/channels/{channel_id}", body, channel_id=thread)


def _reference(answered: str) -> Mapping[str, Any]:
    """Return what makes a post a reply; one to a message that is gone is a plain post."""
    if not answered:
        return {}
    return {"message_reference": {"message_id": answered, "fail_if_not_exists": False}}


def _facts(screen: Screen) -> Sequence[str]:
    blocks = [block for card in screen.cards for block in card.blocks]
    return [value for block in blocks if isinstance(block, Facts) for _, value in block.rows]


def _reply(target: Target, say: Wording) -> Sequence[Button]:
    """Return the button that answers; in a private channel people simply write."""
    if target.place != "thread" or target.request is None:
        return ()
    return (Button(say("button-reply"), "inbox.reply.form", target.request),)


def _called(target: Target, drawing: Screen | Bubble) -> Sequence[str]:
    """Return the accounts that a post may ping: mentors, in a channel of theirs."""
    if target.place != "room" or isinstance(drawing, Bubble):
        return ()
    blocks = (block for card in drawing.cards for block in card.blocks)
    return [who for each in blocks if isinstance(each, Called) for _, who in each.people]
