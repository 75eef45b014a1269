"""What mentors wrote while nobody listened: read in their threads, once somebody does again."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import structlog

from adapters.slack.changes import AT_ONCE, Changes, Take
from adapters.slack.notes import Notes, Talk
from adapters.slack.web import Json, Web
from bot.domain.errors import RetryLater, Undeliverable

_log = structlog.get_logger()


class Missed:
    """Catches up on live threads; what was passed on already is not passed on twice."""

    def __init__(self, *, web: Web, notes: Notes, take: Take) -> None:
        self._web, self._notes, self._take = web, notes, take
        self._changes = Changes(web=web, notes=notes, take=take)
        self._beginning = asyncio.Lock()
        self._reading: dict[tuple[str, str, str], asyncio.Event] = {}

    async def catch_up(self) -> None:
        """Pass on what was written since the last message that we know of, then changes."""
        async with self._beginning:
            talks = {_key(talk): talk for talk in await self._notes.live()}
            reading = self._reading = {key: asyncio.Event() for key in talks}
        try:
            for key, talk in talks.items():
                await self._read(talk)
                reading[key].set()
        finally:
            for event in reading.values():
                event.set()

    async def over(self, space: str, channel: str, thread: str) -> None:
        """Wait until what was missed in a thread was passed on: it comes first."""
        async with self._beginning:
            reading = self._reading.get((space, channel, thread))
        if reading is not None:
            await reading.wait()

    # --- inside -----------------------------------------------------------------------------

    async def _read(self, talk: Talk) -> None:
        try:
            async for page in self._pages(talk):
                for message in page:
                    event = {**message, "channel": talk.channel}
                    await self._take({"team_id": talk.space, "event": event})
            await self._changes.catch_up(talk)
        except Undeliverable:  # the thread is gone, or the workspace
            pass
        except RetryLater as later:  # the others go on; next time begins here again
            _log.warning("slack_not_caught_up", reason=later.reason)

    async def _pages(self, talk: Talk) -> AsyncIterator[Sequence[Json]]:
        """Read on, a page at a time, oldest first; Slack shows the first message each time."""
        cursor = ""
        while True:
            found = await self._web.ask(
                talk.space,
                "conversations.replies",
                channel=talk.channel,
                ts=talk.ts,
                oldest=talk.last,
                limit=AT_ONCE,
                cursor=cursor,
            )
            yield [each for each in found["messages"] if each["ts"] > talk.last]
            cursor = (found.get("response_metadata") or {}).get("next_cursor", "")
            if not cursor:
                return


def _key(talk: Talk) -> tuple[str, str, str]:
    return talk.space, talk.channel, talk.ts
