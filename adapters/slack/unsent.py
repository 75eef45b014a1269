"""Says to whoever wrote in a thread, to them alone, that our own fault kept it there."""

from collections.abc import Mapping

from adapters.kit.guard import Guard
from adapters.slack.conversations import Conversations
from adapters.slack.events import Payload, Written, changed_of, taken_back_of, written_of
from adapters.slack.mrkdwn import plain
from adapters.slack.notes import Notes
from adapters.slack.outbound import SlackMessenger
from adapters.slack.people import PLATFORM, People
from adapters.slack.threads import Threads
from bot.domain.people import Language
from bot.helpdesk import HelpDesk
from bot.ports.outbound import Target
from bot.ui.notices import Lost, lost
from bot.ui.screen import Mark, Screen
from bot.wording import Wording

_LOST: Mapping[str, Lost] = {"message_changed": "unchanged", "message_deleted": "undeleted"}


class Unsent:
    """Excuses what was done in threads; it needs no store to speak, only to be sure."""

    def __init__(
        self,
        *,
        conversations: Conversations,
        desk: HelpDesk,
        people: People,
        notes: Notes,
        threads: Threads,
        messenger: SlackMessenger,
        wordings: Mapping[Language, Wording],
        guard: Guard,
    ) -> None:
        self._conversations, self._desk, self._people = conversations, desk, people
        self._notes, self._threads = notes, threads
        self._messenger, self._wordings, self._guard = messenger, wordings, guard

    async def excuse(self, body: Payload, code: str) -> None:
        """Say so if it should have been passed on, and was not after all."""
        what, written = _affected(body)
        if written is not None and await self._is_lost(what, written):
            await self._tell(what, written, code)
            await self._guard.run("note", self._note(written))

    async def excuse_blindly(self, body: Payload, code: str) -> None:
        """Say so while the store cannot tell whose thread it is: it reached nobody, at least."""
        what, written = _affected(body)
        if written is not None:
            await self._tell(what, written, code)

    # --- inside -----------------------------------------------------------------------------

    async def _is_lost(self, what: Lost, written: Written) -> bool:
        if what == "unsent":
            return await self._is_unsent(written)
        spoken = await self._notes.spoken(written.origin)
        if spoken is None or spoken.user != written.who.user:
            return False
        relayed = await self._desk.relayed(spoken.request, written.origin)
        if relayed is None or relayed.deleted:
            return False
        return what == "undeleted" or relayed.text != plain(written.text).strip()

    async def _is_unsent(self, written: Written) -> bool:
        place = await self._notes.request_of(written.who.space, written.channel, written.thread)
        who = await self._people.actor(written.who) if place else None
        if place is None or who is None or not await self._conversations.helps(who, place.request):
            return False
        return await self._desk.relayed(place.request, written.origin) is None

    async def _tell(self, what: Lost, written: Written, code: str) -> None:
        space, language = written.who.space, await self._people.language(written.who)
        if what != "undeleted":
            await self._messenger.warn(space, written.origin)
        say = self._wordings[language]
        await self._threads.tell(written, Screen.of(lost(say, what, code)), say)

    async def _note(self, written: Written) -> None:
        """Remember the mark, so that it goes when the words get through after all."""
        target = Target(PLATFORM, written.who.space, "thread")
        await self._messenger.mark(target, written.origin, Mark.FAILED)


def _affected(body: Payload) -> tuple[Lost, Written | None]:
    """Return what somebody did in a thread; nothing for programs, guests and asides."""
    what = _LOST.get(body["event"].get("subtype"), "unsent")
    of = {"unsent": written_of, "unchanged": changed_of, "undeleted": taken_back_of}
    written = of[what](body)
    if written is None or written.who.is_guest or written.is_aside:
        return what, None
    return what, written
