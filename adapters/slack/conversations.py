"""What people say to one another: replies by form, messages in threads, their changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from adapters.slack import cards
from adapters.slack.events import Written
from adapters.slack.home import Homes
from adapters.slack.mrkdwn import plain
from adapters.slack.notes import Notes, Place, Spoken
from adapters.slack.page import Owner, Shown
from adapters.slack.web import Web
from bot.domain.ids import RequestId
from bot.domain.people import Actor, Language, Party
from bot.domain.relay import Picture, Said
from bot.helpdesk import HelpDesk
from bot.ui.forms import Answer, Form
from bot.ui.screen import Mark, Screen
from bot.wording import Wording

_FORM_ORIGIN = "slack-form:"
_IMAGE = "image/"


class Conversations:
    """Passes on what people say, and keeps what they said in their own sight."""

    def __init__(
        self,
        *,
        desk: HelpDesk,
        web: Web,
        homes: Homes,
        notes: Notes,
        wordings: Mapping[Language, Wording],
    ) -> None:
        self._desk, self._web, self._homes = desk, web, homes
        self._notes, self._wordings = notes, wordings

    # --- by form ----------------------------------------------------------------------------

    async def reply(
        self, who: Actor, subject: str, text: str, files: Sequence[Mapping[str, Any]]
    ) -> Answer | None:
        """Pass on a reply; None when it went through."""
        request_id, _, once = subject.partition("|")
        request, origin = RequestId(request_id), f"{_FORM_ORIGIN}{once}"
        pictures = await self._pictures(who, files)
        if isinstance(pictures, Screen | Form):
            return pictures
        said = Said(request, text, origin, pictures)
        if not await self._asked(who, request):
            return await self._replied_as_mentor(who, said)
        shown = Shown(text=text, origin=origin, mark=Mark.WAITING.value, pictures=len(pictures))
        await self._homes.put(owner_of(who), request, origin, shown)
        went = False
        try:
            answer = await self._desk.say(who, said)
            went = answer is None
        finally:
            if not went:  # the form still holds the words
                await self._homes.take_down(owner_of(who), request, origin)
        return answer

    async def edit_form(self, who: Actor, request: RequestId, origin: str) -> Answer:
        """Open the form that changes one's own words."""
        say, shown = self._wordings[who.language], await self._homes.own(origin)
        if shown is None:
            return cards.expired(say)
        return cards.edit_form(say, request, origin, shown.text)

    async def edit(self, who: Actor, subject: str, text: str) -> Answer | None:
        """Change one's own words on both sides."""
        request_id, _, origin = subject.partition("|")
        request, shown = RequestId(request_id), await self._homes.own(origin)
        answer = await self._desk.edit(who, request, origin, text)
        if answer is None and shown is not None:
            changed = replace(shown, text=text, edited=True)
            await self._homes.put(owner_of(who), request, origin, changed)
        return answer

    async def take_back(self, who: Actor, request: RequestId, origin: str) -> Answer | None:
        """Delete one's own words on both sides."""
        answer = await self._desk.take_back(who, request, origin)
        if answer is None:
            await self._homes.take_down(owner_of(who), request, origin)
        return answer

    # --- in a thread --------------------------------------------------------------------------

    async def written(self, who: Actor, place: Place, written: Written) -> Answer | None:
        """Pass on a message of a mentor who helps; what others say stays in the thread."""
        if not await self.helps(who, place.request):
            return None
        spoken = Spoken(
            place.request, place.space, who.address.user, who.language, edited=written.edited
        )
        if await self._notes.spoken(written.origin) is None:
            await self._notes.keep_spoken(written.origin, spoken)
        pictures = await self._pictures(who, written.files)
        if isinstance(pictures, Screen | Form):
            return pictures
        said = Said(place.request, plain(written.text), written.origin, pictures)
        return await self._desk.say(who, said)

    async def changed(self, who: Actor, written: Written) -> Answer | None:
        """Change a message of the thread on the other side too."""
        spoken = await self._notes.spoken(written.origin)
        if spoken is None or spoken.user != who.address.user:
            return None
        answer = await self._desk.edit(who, spoken.request, written.origin, plain(written.text))
        await self._notes.keep_change(written.origin, edited=written.edited)
        return answer

    async def deleted(self, who: Actor, spoken: Spoken, origin: str) -> Answer | None:
        """Delete a message of the thread on the other side too."""
        answer = await self._desk.take_back(who, spoken.request, origin)
        await self._notes.keep_change(origin, gone=True)
        return answer

    async def reached(self, spoken: Spoken, origin: str) -> Mark:
        """Return how far a message got."""
        relayed = await self._desk.relayed(spoken.request, origin)
        return Mark(relayed.delivery.value) if relayed else Mark.FAILED

    async def helps(self, who: Actor, request: RequestId) -> bool:
        """Say whether somebody helps with a request, so that their words are passed on."""
        held = await self._desk.conversations(who, Party.MENTOR)
        return any(each.id == request for each in held)

    # --- inside -------------------------------------------------------------------------------

    async def _replied_as_mentor(self, who: Actor, said: Said) -> Answer | None:
        """Pass it on, then let the thread show what was said by form."""
        answer = await self._desk.say(who, said)
        if answer is None:
            await self.echo(who, said.request, said.text, said.origin)
        return answer

    async def echo(self, who: Actor, request: RequestId, text: str, origin: str) -> None:
        """Show in the thread what a mentor said by form, once."""
        thread = await self._notes.thread(who.address.space, request)
        if thread is None or await self._notes.sent(origin):
            return
        body = {
            "channel": thread.channel,
            "thread_ts": thread.ts,
            "username": cards.signature(who.name),
            **cards.words(text),
        }
        sent = await self._web.call(who.address.space, "chat.postMessage", body)
        await self._notes.keep_sent(origin, f"{sent['channel']}/{sent['ts']}", request)

    async def _asked(self, who: Actor, request: RequestId) -> bool:
        mine = await self._desk.conversations(who, Party.REQUESTER)
        return any(each.id == request for each in mine)

    async def _pictures(
        self, who: Actor, files: Sequence[Mapping[str, Any]]
    ) -> Sequence[Picture] | Answer:
        """Fetch what was joined and re-make it; nothing of the original goes further."""
        if not files:
            return ()
        space = who.address.space
        fetched = [await self._web.download(space, address_of(file)) for file in files]
        return await self._desk.remade(who, fetched)


def owner_of(who: Actor) -> Owner:
    """Return whose Home is meant."""
    return Owner(who.address.space, who.address.user, who.language)


def address_of(file: Mapping[str, Any]) -> str:
    """Return where a file can be fetched with the bot's token."""
    return str(file.get("url_private_download") or file.get("url_private") or "")
