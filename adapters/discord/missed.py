"""What was written while we were away: read once, after a new session began."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

import structlog

from adapters.discord.changes import Changes
from adapters.discord.events import Written, written_of
from adapters.discord.notes import Line, Notes, Place
from adapters.discord.rest import HISTORY_MAX, Json, Rest
from bot.domain.errors import RetryLater, Undeliverable
from bot.domain.ids import RequestId

_log = structlog.get_logger()

Take = Callable[[Written], Awaitable[bool]]  # passes a message on; says whether it was done
_Talks = Sequence[tuple[RequestId, Line]]


class Missed:
    """Catches up on live conversations; what was passed on already is not passed on twice."""

    def __init__(self, *, rest: Rest, notes: Notes, take: Take, changes: Changes) -> None:
        self._rest, self._notes, self._take = rest, notes, take
        self._changes = changes
        self._beginning = asyncio.Lock()
        self._reading: dict[str, asyncio.Event] = {}

    async def catch_up(self, us: str) -> None:
        """Pass on what people wrote since the last message that we know of, then changes."""
        async with self._beginning:
            channels = await self._channels()
            self._reading = {channel: asyncio.Event() for channel in channels}
            reading = self._reading
        try:
            for channel, talks in channels.items():
                await self._read(channel, talks, us)
                reading[channel].set()
        finally:
            for event in reading.values():
                event.set()

    async def over(self, channel: str) -> None:
        """Wait until what was missed in a channel was passed on: it comes first."""
        async with self._beginning:
            reading = self._reading.get(channel)
        if reading is not None:
            await reading.wait()

    # --- inside -----------------------------------------------------------------------------

    async def _channels(self) -> Mapping[str, _Talks]:
        """Return what is talked about where; requests of one person share a channel."""
        found: dict[str, list[tuple[RequestId, Line]]] = defaultdict(list)
        for request in await self._notes.live():
            for line in await self._notes.lines(request):
                found[line.channel].append((request, line))
        return found

    async def _read(self, channel: str, talks: _Talks, us: str) -> None:
        known = [line.last for _, line in talks if line.last]
        if not known:  # nothing of ours is there yet: nobody can have answered
            return
        try:
            is_whole = True
            async for page in self._pages(channel, min(known, key=int)):
                is_whole &= await self._pass_on(page, talks, us)
                if is_whole:  # what failed is read again next time
                    await self._heard(talks, str(page[-1]["id"]))
            heard = {number for _, line in talks for number in line.heard}
            await self._changes.catch_up(channel, heard, us, is_private=bool(talks[0][1].user))
        except Undeliverable:  # the channel is closed: the inbox remains
            pass
        except RetryLater as later:  # the others go on; the next session begins here again
            _log.warning("discord_not_caught_up", reason=later.reason)

    async def _pages(self, channel: str, last: str) -> AsyncIterator[Sequence[Json]]:
        """Read on, a page at a time, oldest first."""
        while True:
            found = await self._rest.call(
                "GET",
                "/channels/{channel_id}/messages",
                query={"after": last, "limit": HISTORY_MAX},
                channel_id=channel,
            )
            if found:
                yield found[::-1]
                last = str(found[0]["id"])
            if len(found) < HISTORY_MAX:
                return

    async def _pass_on(self, page: Sequence[Json], talks: _Talks, us: str) -> bool:
        found = [written_of(each, us) for each in page]
        done = [await self._take(_placed(each, talks)) for each in found if each is not None]
        return all(done)

    async def _heard(self, talks: _Talks, newest: str) -> None:
        for request, line in talks:
            if line.user:
                await self._notes.heard(request, newest)
            else:
                await self._notes.heard_in_thread(Place(request, line.space), newest)


def _placed(message: Written, talks: _Talks) -> Written:
    """Return a message with the server that it was read in: Discord tells only the channel."""
    line = talks[0][1]
    return message if line.user else replace(message, who=replace(message.who, space=line.space))
