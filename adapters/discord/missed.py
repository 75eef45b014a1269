"""What was written in private while we were away: read once, after a new session began."""

from adapters.discord.events import Written, written_of
from adapters.discord.messages import Conversations
from adapters.discord.notes import Line, Notes
from adapters.discord.rest import Rest
from bot.domain.errors import Undeliverable

_AT_ONCE = 100  # Discord's maximum for one reading


class Missed:
    """Catches up on live conversations; what was passed on already is not passed on twice."""

    def __init__(self, *, rest: Rest, notes: Notes, conversations: Conversations) -> None:
        self._rest, self._notes, self._conversations = rest, notes, conversations

    async def catch_up(self, us: str) -> None:
        """Pass on what people wrote since the last message that we know of."""
        over = []
        for request in await self._notes.live():
            line = await self._notes.line(request)
            if line is None:
                over.append(request)
                continue
            for message in await self._since(line, us):
                await self._conversations.written(message)
        if over:
            await self._notes.hang_up(over)

    async def _since(self, line: Line, us: str) -> list[Written]:
        try:
            found = await self._rest.call(
                "GET",
                "/channels/{channel_id}/messages",
                query={"after": line.last, "limit": _AT_ONCE},
                channel_id=line.channel,
            )
        except Undeliverable:  # the channel is closed: the inbox remains
            return []
        written = [written_of(each, us) for each in reversed(found)]
        return [each for each in written if each is not None]
