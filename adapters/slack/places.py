"""Where a target is on Slack: a channel, a direct message, a thread."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.slack.notes import Notes, Thread
from adapters.slack.people import PLATFORM, Communities
from adapters.slack.web import Web
from bot.domain.community import Channel, Space
from bot.domain.errors import Undeliverable
from bot.domain.ids import RequestId
from bot.ports.clock import Clock
from bot.ports.outbound import Target

CHECK_HOLDS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Spot:
    """A channel (or a person, for a direct message) and the thread to answer in, if any."""

    channel: str
    thread: str = ""


class Places:
    """Finds the spot of a target; refuses channels that other companies read."""

    def __init__(self, *, web: Web, notes: Notes, communities: Communities, clock: Clock) -> None:
        self._web, self._notes = web, notes
        self._communities, self._clock = communities, clock
        self._checked: dict[tuple[str, str], datetime] = {}

    async def of(self, target: Target) -> Spot:
        """Return where to post; raises ``Undeliverable``."""
        if target.place == "inbox":
            return Spot(target.user)
        if target.place == "room":
            return await self._room(target)
        return await self._thread(target, await self._space(target.space))

    async def opened(self, target: Target, channel: str, ts: str) -> None:
        """Note that the first message of a thread was posted."""
        if target.place == "thread" and target.request:
            await self._notes.keep_thread(target.space, target.request, Thread(channel, ts))

    async def is_root(self, target: Target, channel: str, ts: str) -> bool:
        """Say whether a thread hangs on this message."""
        if target.place != "thread" or target.request is None:
            return False
        return await self._notes.thread(target.space, target.request) == Thread(channel, ts)

    def forget(self, space: str, channel: str) -> None:
        """Check a channel again before the next post: it was shared meanwhile."""
        self._checked.pop((space, channel), None)

    async def _room(self, target: Target) -> Spot:
        """A channel that the core named: perhaps of a space that left, to take things down."""
        community = await self._communities(PLATFORM, target.space)
        space = community.space(PLATFORM, target.space) if community else None
        if space and target.channel != space.channels.get(Channel.HELP):
            await self._refuse_shared(target.space, target.channel)
        return Spot(target.channel)

    async def _thread(self, target: Target, space: Space) -> Spot:
        if target.request is None:
            raise Undeliverable("gone")
        mentors = space.channels.get(Channel.MENTORS)
        if mentors:
            await self._refuse_shared(target.space, mentors)
            return await self._known(target.space, target.request) or Spot(mentors)
        return await self._direct(target, target.request)

    async def _direct(self, target: Target, request: RequestId) -> Spot:
        """Without a mentors' channel, a thread is in the direct messages of who holds it."""
        if not target.members:
            raise Undeliverable("gone")
        holder = target.members[0]
        owner = await self._notes.read("owner", target.space, request)
        known = await self._known(target.space, request)
        if known and owner == {"user": holder}:
            return known
        await self._notes.write(request, {"user": holder}, "owner", target.space, request)
        return Spot(holder)

    async def _known(self, space: str, request: RequestId) -> Spot | None:
        thread = await self._notes.thread(space, request)
        return Spot(thread.channel, thread.ts) if thread else None

    async def _space(self, space: str) -> Space:
        community = await self._communities(PLATFORM, space)
        for each in community.spaces if community else ():
            if (each.platform, each.id) == (PLATFORM, space):
                return each
        raise Undeliverable("gone")

    async def _refuse_shared(self, space: str, channel: str) -> None:
        """Refuse a channel that another company keeps a copy of (Slack Connect)."""
        now, key = self._clock.now(), (space, channel)
        if key in self._checked and now - self._checked[key] < CHECK_HOLDS:
            return
        found = (await self._web.ask(space, "conversations.info", channel=channel))["channel"]
        if found.get("is_ext_shared") or found.get("is_pending_ext_shared"):
            raise Undeliverable("refused")
        self._checked[key] = now
