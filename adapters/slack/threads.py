"""The mentors' threads: what is written, changed and deleted there."""

from collections.abc import Mapping

from adapters.kit import paper
from adapters.kit.tokens import PASSING, Tokens
from adapters.slack import cards
from adapters.slack.conversations import Conversations
from adapters.slack.events import (
    Payload,
    Person,
    Written,
    changed_of,
    deleted_of,
    written_of,
)
from adapters.slack.notes import Notes, Place
from adapters.slack.outbound import SlackMessenger
from adapters.slack.people import PLATFORM, People
from adapters.slack.render import MESSAGE_BLOCKS, fallback, screen_blocks
from adapters.slack.web import Web
from bot.domain.ids import RequestId
from bot.domain.people import Actor, Language
from bot.ports.outbound import Target
from bot.ui.forms import Answer, Form
from bot.ui.screen import Mark, Screen
from bot.wording import Wording


class Threads:
    """Takes what happens to messages in threads."""

    def __init__(
        self,
        *,
        conversations: Conversations,
        people: People,
        notes: Notes,
        tokens: Tokens,
        web: Web,
        messenger: SlackMessenger,
        wordings: Mapping[Language, Wording],
    ) -> None:
        self._conversations, self._people = conversations, people
        self._notes, self._tokens, self._web = notes, tokens, web
        self._messenger, self._wordings = messenger, wordings

    async def on(self, body: Payload) -> None:
        """Take an event about a message; whoever calls keeps the order of a thread."""
        subtype = body["event"].get("subtype")
        if subtype == "message_changed":
            await self._changed(body)
        elif subtype == "message_deleted":
            await self._deleted(body)
        else:
            await self._written(body)

    async def _written(self, body: Payload) -> None:
        written = written_of(body)
        if written is None:
            return
        place = await self._notes.request_of(written.who.space, written.channel, written.thread)
        if place is not None:
            await self._pass_on(place, written)
            await self._notes.heard(place, written.ts)

    async def _pass_on(self, place: Place, written: Written) -> None:
        if written.is_aside or written.who.is_guest:
            return
        who = await self._people.actor(written.who)
        if who is None:
            return
        answer = await self._conversations.written(who, place, written)
        if answer is not None:
            await self._stopped(who, place.request, written, answer)

    async def _changed(self, body: Payload) -> None:
        written = changed_of(body)
        who = await self._people.actor(written.who) if written else None
        if written is None or who is None:
            return
        answer = await self._conversations.changed(who, written)
        if answer is not None:
            await self._explain(who, written, answer)
        else:
            await self._mark_again(written)

    async def _deleted(self, body: Payload) -> None:
        origin = deleted_of(body)
        spoken = await self._notes.spoken(origin)
        if spoken is None:
            return
        who = await self._people.actor(Person(spoken.user, spoken.space, spoken.space))
        if who is not None:
            await self._conversations.deleted(who, spoken, origin)

    async def _mark_again(self, written: Written) -> None:
        """Let a message whose change had failed bear how far it got."""
        spoken = await self._notes.spoken(written.origin)
        if spoken is None or spoken.mark != Mark.FAILED.value:
            return
        target = Target(PLATFORM, written.who.space, "thread", request=spoken.request)
        reached = await self._conversations.reached(spoken, written.origin)
        await self._messenger.mark(target, written.origin, reached)

    async def _stopped(
        self, who: Actor, request: RequestId, written: Written, answer: Answer
    ) -> None:
        """Mark a message that went nowhere, and say why to its author alone."""
        target = Target(PLATFORM, written.who.space, "thread", request=request)
        await self._messenger.mark(target, written.origin, Mark.FAILED)
        await self._explain(who, written, answer)

    async def _explain(self, who: Actor, written: Written, answer: Answer) -> None:
        say = self._wordings[who.language]
        if isinstance(answer, Form):
            answer = cards.waiting_form(say, answer, paper.write(answer))
        await self.tell(written, answer, say)

    async def tell(self, written: Written, screen: Screen, say: Wording) -> None:
        """Show something to the author of a message alone, in its thread."""
        space = written.who.space
        sheaf = self._tokens.sheaf(space, lasts=PASSING)
        body = {
            "channel": written.channel,
            "user": written.who.user,
            "thread_ts": written.thread,
            "blocks": screen_blocks(screen, sheaf, say, room=MESSAGE_BLOCKS),
            "text": fallback(screen),
        }
        await sheaf.keep()
        await self._web.call(space, "chat.postEphemeral", body)
