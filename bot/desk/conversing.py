"""What people write to each other outside any form: words, changes, pictures."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from bot.desk.looking import Lookups
from bot.desk.passing import pass_on
from bot.domain.errors import Conflict, InvalidAnswers, Refusal
from bot.domain.ids import RequestId
from bot.domain.people import Actor, Party
from bot.domain.relay import Picture, RelayMessage, Said
from bot.services.mentors.require_role import require_entitled
from bot.services.relay import change
from bot.ui.forms import Answer
from bot.ui.notices import refused
from bot.ui.rereading import reread_form
from bot.ui.screen import Screen

_ATTEMPTS = 12
_Done = TypeVar("_Done")


class Conversing(Lookups):
    """Passes on what is written in conversations, and says what stands in the way."""

    async def say(self, who: Actor, said: Said) -> Answer | None:
        """Pass a message on; None when it went through, else what stands in the way.

        A mentor's words that read as a reproach come back once in a form, to reread
        before they are sent; nothing is ever blocked.
        """
        t = self._tools
        # A form could not hold pictures: they would be lost.
        if not said.pictures and await self._reads_as_blame(who, said):
            subject = f"{said.request}|{said.origin}|{said.reply_to}"
            return reread_form(t.say(who), subject, said.text)
        return await self._relayed(who, lambda: pass_on(t, who, said))

    async def edit(self, who: Actor, request: RequestId, origin: str, text: str) -> Answer | None:
        """Change one's own message on the other side too."""
        t = self._tools

        async def changed() -> RelayMessage:
            await require_entitled(who, request, units=t.uow, books=t.roles, clock=t.clock)
            return await change.edit(who, request, origin, text, uow=t.uow(), redactor=t.redactor)

        return await self._relayed(who, changed)

    async def take_back(self, who: Actor, request: RequestId, origin: str) -> Answer | None:
        """Delete one's own message on the other side too."""
        t = self._tools
        return await self._relayed(who, lambda: change.delete(who, request, origin, uow=t.uow()))

    async def remade(self, who: Actor, files: Sequence[bytes]) -> Sequence[Picture] | Answer:
        """Return clean copies of pictures, or the sentence that says what to send instead."""
        try:
            return [await self._tools.pictures.remake(data) for data in files]
        except Refusal as refusal:
            return Screen.of(refused(self._tools.say(who), refusal))

    async def _relayed(
        self, who: Actor, attempt: Callable[[], Awaitable[RelayMessage]]
    ) -> Answer | None:
        try:
            await retried(attempt)
        except InvalidAnswers as faults:
            return Screen.of(refused(self._tools.say(who), faults.first))
        except Refusal as refusal:
            return Screen.of(refused(self._tools.say(who), refusal))
        return None

    async def _reads_as_blame(self, who: Actor, said: Said) -> bool:
        held = await self.conversations(who, Party.MENTOR)
        helps = any(request.id == said.request for request in held)
        return helps and await self._tools.triage.is_blaming(said.text)


async def retried(attempt: Callable[[], Awaitable[_Done]]) -> _Done:
    """Try again when somebody else saved first: the second reading tells the truth."""
    for _ in range(_ATTEMPTS - 1):
        with suppress(Conflict):
            return await attempt()
    return await attempt()
