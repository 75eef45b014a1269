"""Says to whoever wrote, where they wrote it, that our own fault kept their words there."""

from collections.abc import Mapping

from adapters.discord.events import Change, Written
from adapters.discord.messages import Conversations
from adapters.discord.notes import Notes
from adapters.discord.outbound import DiscordMessenger
from adapters.discord.people import People
from adapters.discord.render import screen_page
from adapters.kit.guard import Guard
from adapters.kit.tokens import Tokens
from bot.domain.people import LANGUAGES, Language
from bot.helpdesk import HelpDesk
from bot.ui.notices import Lost, lost
from bot.ui.screen import Screen
from bot.wording import Wording


class Unsent:
    """Excuses what people wrote; it needs no store to speak, only to be sure."""

    def __init__(
        self,
        *,
        desk: HelpDesk,
        conversations: Conversations,
        people: People,
        notes: Notes,
        tokens: Tokens,
        messenger: DiscordMessenger,
        wordings: Mapping[Language, Wording],
        guard: Guard,
    ) -> None:
        self._desk, self._conversations = desk, conversations
        self._people, self._notes, self._tokens = people, notes, tokens
        self._messenger, self._wordings, self._guard = messenger, wordings, guard

    async def excuse(self, message: Written, code: str) -> None:
        """Say so of a message that should have been passed on, and was not after all."""
        language = await self._language_of_unsent(message)
        if language is not None:
            await self._messenger.warn(message.origin)
            await self._tell("unsent", message.channel, (language,), code)
            await self._guard.run("note", self._messenger.keep_warning(message.origin))

    async def excuse_blindly(self, message: Written, code: str) -> None:
        """Say so while the store cannot tell what a message is about; in public, by a mark."""
        await self._messenger.warn(message.origin)
        if not message.who.space:
            await self._tell("unsent", message.channel, LANGUAGES, code)

    async def excuse_change(self, what: Lost, change: Change, code: str) -> None:
        """Say so of a change that should have been made on the other side too."""
        origin = change.origin
        spoken = await self._notes.spoken(origin)
        relayed = await self._desk.relayed(spoken.request, origin) if spoken else None
        if spoken is None or relayed is None or relayed.deleted:
            return
        if what == "unchanged":
            await self._messenger.warn(origin)
        await self._tell(what, change.channel, (spoken.language,), code)
        if what == "unchanged":
            await self._guard.run("note", self._messenger.keep_warning(origin))

    async def excuse_change_blindly(self, what: Lost, change: Change, code: str) -> None:
        """Say so in a private channel while the store cannot tell what was changed."""
        if change.is_private:
            await self._tell(what, change.channel, LANGUAGES, code)

    # --- inside -----------------------------------------------------------------------------

    async def _language_of_unsent(self, message: Written) -> Language | None:
        """Return the language to speak in; None when nothing was to be passed on, or it was."""
        if message.who.space:
            place = await self._notes.request_of(message.channel)
            if place is None or not (message.text or message.attachments):
                return None
            requests, language = [place.request], await self._people.language(place.space)
        else:
            talks = await self._conversations.talks(message.who)
            if not talks:
                return None
            requests, language = [each.id for _, each in talks], talks[-1][1].language
        for request in requests:
            if await self._desk.relayed(request, message.origin) is not None:
                return None
        return language

    async def _tell(
        self, what: Lost, channel: str, languages: tuple[Language, ...], code: str
    ) -> None:
        says = [self._wordings[language] for language in languages]
        screen = Screen(tuple(lost(say, what, code) for say in says))
        await self._messenger.say(channel, screen_page(screen, self._tokens.sheaf(""), says[0]))
