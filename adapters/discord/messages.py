"""Messages in: what people write in private or in a thread is passed to the other side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from adapters.discord.cards import choose_conversation, nobody_listens, waiting_form
from adapters.discord.events import Attachment, Change, Person, Written
from adapters.discord.forms import Step, fitting
from adapters.discord.notes import Notes, Place, Spoken
from adapters.discord.outbound import DiscordMessenger
from adapters.discord.people import People
from adapters.discord.places import PLATFORM
from adapters.discord.render import screen_page
from adapters.discord.rest import Rest
from adapters.kit.guard import Guard
from adapters.kit.orders import Orders
from adapters.kit.tokens import PASSING, Tokens
from bot.domain.limits import PICTURE_BYTES_MAX
from bot.domain.people import LANGUAGES, Actor, Language, Party
from bot.domain.relay import Picture, Said
from bot.domain.request import Request
from bot.helpdesk import HelpDesk
from bot.ports.outbound import Target
from bot.ui.forms import Answer, Form
from bot.ui.screen import Mark, Screen
from bot.wording import Wording

_Talk = tuple[str, Request]  # the server, and the request that is talked about


class Conversations:
    """Passes messages on, in the order of each channel; edits and deletions follow."""

    def __init__(
        self,
        *,
        desk: HelpDesk,
        people: People,
        notes: Notes,
        tokens: Tokens,
        messenger: DiscordMessenger,
        rest: Rest,
        wordings: Mapping[Language, Wording],
        guard: Guard,
    ) -> None:
        self._desk, self._people, self._notes = desk, people, notes
        self._tokens, self._messenger, self._rest = tokens, messenger, rest
        self._wordings, self._guard = wordings, guard
        self._orders = Orders()

    async def written(self, message: Written) -> None:
        """Pass a message on, or say privately what stands in the way."""
        async with self._orders.of(message.channel):
            if message.who.space:
                await self._from_thread(message)
            else:
                await self._from_private(message)

    async def rewritten(self, change: Change) -> None:
        """Change a message on the other side too."""
        async with self._orders.of(change.channel):
            spoken = await self._notes.spoken(change.origin)
            actor = await self._speaker(spoken) if spoken else None
            if spoken is None or actor is None:
                return
            answer = await self._desk.edit(actor, spoken.request, change.origin, change.text)
            await self._show(change.channel, actor, answer)
            await self._guard.run("note", self._notes.keep_edit(change.origin, change.edited))
            if answer is None and spoken.mark == Mark.FAILED.value:
                await self._mark_again(spoken, change.origin)

    async def unwritten(self, change: Change) -> None:
        """Delete a message on the other side too."""
        async with self._orders.of(change.channel):
            spoken = await self._notes.spoken(change.origin)
            actor = await self._speaker(spoken) if spoken else None
            if spoken is None or actor is None:
                return
            answer = await self._desk.take_back(actor, spoken.request, change.origin)
            await self._show(change.channel, actor, answer)
            await self._guard.run("note", self._notes.keep_gone(change.origin))

    async def pass_on(self, message: Written, place: Place) -> Answer | None:
        """Give a message to the help desk; None when it went through."""
        actor = await self._people.actor(message.who, place.space)
        if actor is None:
            return None
        pictures = await self._pictures(actor, message.attachments)
        if isinstance(pictures, Screen | Form):
            return pictures
        who = message.who
        spoken = Spoken(place.request, place.space, who.user, who.language, edited=message.edited)
        if await self._notes.spoken(message.origin) is None:
            await self._notes.keep_spoken(message.origin, spoken)
        answered = await self._answered(message)
        said = Said(place.request, message.text, message.origin, pictures, reply_to=answered)
        return await self._desk.say(actor, said)

    async def talks(self, who: Person) -> Sequence[_Talk]:
        """Return the conversations that somebody has as a requester, oldest first."""
        found: list[_Talk] = []
        for space in await self._notes.spaces(who.user):
            actor = await self._people.actor(who, space)
            if actor is not None:
                mine = await self._desk.conversations(actor, Party.REQUESTER)
                found += [(space, request) for request in mine]
        return found

    # --- inside -----------------------------------------------------------------------------

    async def _from_thread(self, message: Written) -> None:
        """A message without a word for us is a note between mentors: Discord hides it."""
        place = await self._notes.request_of(message.channel)
        if place is None or not (message.text or message.attachments):
            return
        language = await self._people.language(place.space)
        spoken_by = replace(message, who=replace(message.who, language=language))
        await self._told(spoken_by, place)
        await self._notes.heard_in_thread(place, message.id)

    async def _from_private(self, message: Written) -> None:
        talks = await self.talks(message.who)
        if not talks:
            says = [self._wordings[language] for language in LANGUAGES]
            await self._show_screen(message.channel, "", nobody_listens(*says), says[0])
            return
        chosen = await self._meant(message, talks)
        if chosen is None:
            await self._ask_which(message, talks)
            return
        space, request = chosen
        who = replace(message.who, language=request.language)
        await self._told(replace(message, who=who), Place(request.id, space))
        await self._notes.heard(request.id, message.id)

    async def _meant(self, message: Written, talks: Sequence[_Talk]) -> _Talk | None:
        """Return the conversation of a message: where it went, by reply, or chosen lately."""
        replied = await self._notes.shown(f"{message.channel}/{message.reply_to}")
        known = await self._notes.spoken(message.origin) or replied
        wanted = known.request if known else None
        if wanted is None and len(talks) > 1:
            wanted = await self._notes.chosen(message.who.user)
        if wanted is None:
            return talks[0] if len(talks) == 1 else None
        return next((talk for talk in talks if talk[1].id == wanted), None)

    async def _answered(self, message: Written) -> str:
        """Return the name of the message that is replied to: ours shows one, or it is one."""
        if not message.reply_to:
            return ""
        handle = f"{message.channel}/{message.reply_to}"
        shown = await self._notes.shown(handle)
        return shown.message if shown else handle

    async def _ask_which(self, message: Written, talks: Sequence[_Talk]) -> None:
        space, newest = talks[-1]
        say = self._wordings[newest.language]
        screen = choose_conversation(say, [request for _, request in talks], message.id)
        await self._show_screen(message.channel, space, screen, say)
        for _, request in talks:
            await self._notes.heard(request.id, message.id)

    async def _told(self, message: Written, place: Place) -> None:
        answer = await self.pass_on(message, place)
        actor = await self._people.actor(message.who, place.space)
        if actor is not None:
            await self._show(message.channel, actor, answer)

    async def _mark_again(self, spoken: Spoken, origin: str) -> None:
        """Let a message whose change had failed bear how far it got."""
        relayed = await self._desk.relayed(spoken.request, origin)
        if relayed is not None:
            target = Target(PLATFORM, spoken.space, "thread", request=spoken.request)
            await self._messenger.mark(target, origin, Mark(relayed.delivery.value))

    async def _speaker(self, spoken: Spoken) -> Actor | None:
        who = Person(spoken.user, "", "", spoken.language)
        return await self._people.actor(who, spoken.space)

    async def _pictures(
        self, actor: Actor, files: Sequence[Attachment]
    ) -> Sequence[Picture] | Answer:
        """Fetch and re-make pictures; one that is too heavy is refused without fetching all."""
        if not files:
            return ()
        data = [await self._rest.download(file.address) for file in files if _is_light(file)]
        too_heavy = [bytes(PICTURE_BYTES_MAX + 1) for file in files if not _is_light(file)]
        return await self._desk.remade(actor, [*too_heavy[:1], *data])

    async def _show(self, channel: str, actor: Actor, answer: Answer | None) -> None:
        """Show what stands in the way; a form waits behind a button, for none can open."""
        if answer is None:
            return
        say = self._wordings[actor.language]
        if isinstance(answer, Form):
            answer = waiting_form(say, Step(fitting(answer)))
        await self._show_screen(channel, actor.address.space, answer, say)

    async def _show_screen(self, channel: str, space: str, screen: Screen, say: Wording) -> None:
        sheaf = self._tokens.sheaf(space, lasts=PASSING)
        page = screen_page(screen, sheaf, say)
        await sheaf.keep()
        await self._messenger.say(channel, page)


def _is_light(file: Attachment) -> bool:
    return file.size <= PICTURE_BYTES_MAX
