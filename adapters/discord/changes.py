"""What was changed or deleted while we were away: compared once a new session began."""

from collections.abc import Awaitable, Callable, Collection, Mapping

from adapters.discord.events import Change, spoken
from adapters.discord.notes import Notes
from adapters.discord.rest import HISTORY_MAX, Json, Rest

PAGES_MAX = 10  # what is older stays as it was passed on

Take = Callable[[Change], Awaitable[None]]


class Changes:
    """Lets changes and deletions follow that no event told."""

    def __init__(self, *, rest: Rest, notes: Notes, rewrite: Take, unwrite: Take) -> None:
        self._rest, self._notes = rest, notes
        self._rewrite, self._unwrite = rewrite, unwrite

    async def catch_up(
        self, channel: str, heard: Collection[str], us: str, *, is_private: bool
    ) -> None:
        """Compare what was heard in a channel with what stands there now."""
        if not heard:
            return
        there, since = await self._standing(channel, min(map(int, heard)))
        for number in sorted(there, key=int):
            change = Change(channel, number, is_private, *_words(there[number], us))
            if await self._is_new(change):
                await self._rewrite(change)
        # Who may not read the past is shown none of it: that proves nothing.
        if any(str(message["author"]["id"]) == us for message in there.values()):
            for number in sorted(set(heard) - set(there), key=int):
                gone = Change(channel, number, is_private)
                if int(number) >= since and await self._stood(gone):
                    await self._unwrite(gone)

    # --- inside -----------------------------------------------------------------------------

    async def _standing(self, channel: str, oldest: int) -> tuple[Mapping[str, Json], int]:
        """Return the messages of a channel by number, and since which one they are all there."""
        found: dict[str, Json] = {}
        query: dict[str, object] = {"limit": HISTORY_MAX}
        for _ in range(PAGES_MAX):
            path = "/channels/{channel_id}/messages"
            page = await self._rest.call("GET", path, query=query, channel_id=channel)
            found |= {str(message["id"]): message for message in page}
            if len(page) < HISTORY_MAX:
                return found, 0
            query["before"] = min(map(int, found))
            if min(map(int, found)) <= oldest:
                break
        return found, min(map(int, found))

    async def _is_new(self, change: Change) -> bool:
        """Say whether new words were not passed on yet; a mentor's may not be for us any more."""
        if not change.edited or not change.text:
            return False
        known = await self._notes.spoken(change.origin)
        return known is not None and known.edited != change.edited

    async def _stood(self, gone: Change) -> bool:
        """Say whether a message that is gone was passed on, and still stands on the other side."""
        known = await self._notes.spoken(gone.origin)
        return known is not None and not known.gone


def _words(message: Json, us: str) -> tuple[str, str]:
    return spoken(message["content"], us), str(message.get("edited_timestamp") or "")
