"""What adapters may look up: who has which conversation, and what is still kept of it."""

from collections.abc import Collection, Sequence

from bot.desk.offering import open_to
from bot.domain.errors import NotAllowed
from bot.domain.ids import AttachmentId, RequestId
from bot.domain.mentor import Standing
from bot.domain.people import Actor, Party
from bot.domain.policy import State
from bot.domain.relay import RelayMessage
from bot.domain.request import Request
from bot.services.access import either_side, require_not_blocked
from bot.tools import Tools
from bot.ui.asking import turned_down
from bot.ui.board import mentors_board, own_requests
from bot.ui.screen import Card, Quoted, Screen
from bot.ui.talking import quote_of


class Lookups:
    """Reads, and changes nothing."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def conversations(self, who: Actor, side: Party) -> Sequence[Request]:
        """Return the conversations that ``who`` has on a side, oldest first."""
        if side is Party.REQUESTER:
            mine = await self.asked(who)
            return [each for each in reversed(mine) if each.state is State.CLAIMED]
        async with self._tools.uow() as uow:
            mentor = await uow.mentors.at(who.community, who.address)
            return await uow.requests.held_by(mentor.id) if mentor else ()

    async def asked(self, who: Actor) -> Sequence[Request]:
        """Return the requests of ``who``, newest first, while the link to them lasts."""
        async with self._tools.uow() as uow:
            return await uow.requests.of(who.community, who.address)

    async def kept_from_asking(self, who: Actor) -> Screen | None:
        """Return what somebody reads whom the moderators keep from asking; None for others."""
        t = self._tools
        try:
            async with t.uow() as uow:
                await require_not_blocked(uow, who, t.clock.now())
        except NotAllowed as refusal:
            return turned_down(t.say(who), refusal)
        return None

    async def answered(self, who: Actor, request: RequestId, origin: str) -> Quoted | None:
        """Return what somebody's own message answers, if that still stands."""
        async with self._tools.uow() as uow:
            await either_side(uow, who, request)
            message = await uow.relay.by_origin(request, origin)
            if message is None or message.reply_to is None:
                return None
            found = await uow.relay.get(message.reply_to)
        return None if found.deleted else quote_of(found)

    async def board(self, who: Actor) -> Sequence[Card]:
        """Return what ``who`` wants to find at once: as somebody who asked, and as a mentor."""
        say, mine = self._tools.say(who), await self.asked(who)
        cards = own_requests(say, [each for each in mine if each.is_public])
        async with self._tools.uow() as uow:
            mentor = await uow.mentors.at(who.community, who.address)
            if mentor is None or mentor.standing is not Standing.APPROVED:
                return cards
            held = await uow.requests.held_by(mentor.id)
            offered = await open_to(uow, mentor)
        return (*cards, *mentors_board(say, held, offered))

    async def relayed(self, request: RequestId, origin: str) -> RelayMessage | None:
        """Return what was passed on under its platform's name, as it reads now."""
        async with self._tools.uow() as uow:
            return await uow.relay.by_origin(request, origin)

    async def pictures(self, request: RequestId) -> Collection[AttachmentId]:
        """Return the names of the pictures that a conversation still has."""
        async with self._tools.uow() as uow:
            return await uow.relay.pictures(request)
