"""What the adapter remembers: threads, private channels, whose message was whose.

Each note dies with its request; keys are pseudonyms, values are sealed by the store.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import TypeVar

from adapters.kit.notebook import Notebook
from bot.domain.ids import RequestId
from bot.domain.people import Language
from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault

_CHOICE_HOLDS = timedelta(hours=1)
_SPACES_MAX = 25
_HEARD_MAX = 100  # messages of a channel whose deletion is noticed after an outage


@dataclass(frozen=True, slots=True)
class Thread:
    """The mentors' thread of a request, who was let in, and the last messages known there."""

    id: str
    members: tuple[str, ...] = ()
    last: str = ""
    heard: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The request that a channel or a message is about, in the server ``space``."""

    request: RequestId
    space: str


@dataclass(frozen=True, slots=True)
class Shown(Place):
    """A message of ours: what it is about, and which message of the conversation it shows."""

    message: str = ""


@dataclass(frozen=True, slots=True)
class Spoken(Place):
    """Somebody's own message: who wrote it, the mark that it bears, what became of it since.

    ``edited`` is Discord's stamp of the change that was passed on last.
    """

    user: str = ""
    language: Language = "fr"
    mark: str = ""
    edited: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Where a request is talked about, and the last messages known there.

    It is the private channel of ``user``, or without one the mentors' thread in ``space``.
    """

    channel: str
    user: str
    space: str
    last: str = ""
    heard: tuple[str, ...] = ()


class Notes(Notebook):
    """Reads and writes what must survive a restart."""

    def __init__(self, *, memory: PlatformMemory, vault: Vault, clock: Clock) -> None:
        super().__init__("discord", memory=memory, vault=vault, clock=clock)

    # --- the mentors' threads -----------------------------------------------------------

    async def thread(self, space: str, request: RequestId) -> Thread | None:
        """Return the thread of a request in a server."""
        found = await self.read("thread", space, request)
        if found is None:
            return None
        heard = tuple(found.get("heard", ()))
        return Thread(str(found["id"]), tuple(found["members"]), found["last"], heard)

    async def keep_thread(self, space: str, request: RequestId, thread: Thread) -> None:
        """Note the thread, and find the request by it."""
        await self.write(request, asdict(thread), "thread", space, request)
        await self.write(request, asdict(Place(request, space)), "threads", thread.id)
        await self.write(request, {"space": space}, "thread", space, on=("spread", request))
        await self._liven(request)

    async def request_of(self, thread: str) -> Place | None:
        """Return the request whose thread a channel is."""
        found = await self.read("threads", thread)
        return Place(RequestId(found["request"]), found["space"]) if found else None

    # --- messages -------------------------------------------------------------------------

    async def spoken(self, origin: str) -> Spoken | None:
        """Return who wrote a message that was passed on."""
        found = await self.read("spoken", origin)
        return Spoken(**found) if found else None

    async def keep_spoken(self, origin: str, spoken: Spoken) -> None:
        """Note who wrote a message, for its edits, its deletion and its mark.

        The message, which is saved after it, keeps it from power cuts.
        """
        await self.write_all(spoken.request, {("spoken", origin): asdict(spoken)}, durable=False)

    async def keep_mark(self, origin: str, spoken: Spoken, mark: str) -> None:
        """Note the mark that a message bears."""
        await self.keep_spoken(origin, replace(spoken, mark=mark))

    async def keep_edit(self, origin: str, edited: str) -> None:
        """Note which change of a message was passed on."""
        spoken = await self.spoken(origin)
        if spoken is not None:
            await self.keep_spoken(origin, replace(spoken, edited=edited))

    async def keep_gone(self, origin: str) -> None:
        """Note that the deletion of a message was passed on."""
        spoken = await self.spoken(origin)
        if spoken is not None:
            await self.keep_spoken(origin, replace(spoken, gone=True))

    async def shown(self, handle: str) -> Shown | None:
        """Return what a message of ours in a conversation shows."""
        found = await self.read("shown", handle)
        return Shown(**found) if found else None

    async def keep_shown(self, handle: str, shown: Shown) -> None:
        """Note what a message shows, so that replies find their conversation, and it.

        What a power cut takes is delivered again, and noted again.
        """
        notes: dict[tuple[str, ...], Mapping[str, object]] = {("shown", handle): asdict(shown)}
        if shown.message:
            channel, _, number = handle.partition("/")
            notes["stands", channel, shown.message] = {"number": number}
        await self.write_all(shown.request, notes, durable=False)

    async def stands(self, channel: str, message: str) -> str:
        """Return the number of the message of ours that shows another in a channel."""
        found = await self.read("stands", channel, message)
        return str(found["number"]) if found else ""

    # --- private channels -------------------------------------------------------------------

    async def keep_line(self, request: RequestId, line: Line) -> None:
        """Note where a requester is talked to: for what was missed, and for replies."""
        await self.write(request, asdict(line), "line", request)
        spaces = [*(s for s in await self.spaces(line.user) if s != line.space), line.space]
        await self.write(request, {"spaces": spaces[-_SPACES_MAX:]}, "spaces", line.user)
        await self._liven(request)

    async def line(self, request: RequestId) -> Line | None:
        """Return where the requester of a request is talked to."""
        found = await self.read("line", request)
        return Line(**{**found, "heard": tuple(found.get("heard", ()))}) if found else None

    async def lines(self, request: RequestId) -> Sequence[Line]:
        """Return every place where a request is talked about."""
        line = await self.line(request)
        spread = await self.read_shelf("spread", request)
        spaces = sorted(str(found["space"]) for found in spread)
        threads = [(space, await self.thread(space, request)) for space in spaces]
        own = [line] if line else []
        return [*own, *(Line(t.id, "", space, t.last, t.heard) for space, t in threads if t)]

    async def begin(self, request: RequestId, message: str) -> None:
        """Note the first message of a private channel that is about a request."""
        line = await self.line(request)
        if line is not None and not line.last:
            await self.heard(request, message)

    async def heard(self, request: RequestId, message: str) -> None:
        """Note a message that was read in a private channel.

        A power cut may take the last of it: what is read again is passed on once.
        """
        line = await self.line(request)
        if line is not None and message not in line.heard:
            written = asdict(_having_heard(line, message))
            await self.write(request, written, "line", request, durable=False)

    async def heard_in_thread(self, place: Place, message: str) -> None:
        """Note a message that was read in a mentors' thread."""
        thread = await self.thread(place.space, place.request)
        if thread is not None and message not in thread.heard:
            written = asdict(_having_heard(thread, message))
            keys = ("thread", place.space, place.request)
            await self.write(place.request, written, *keys, durable=False)

    async def live(self) -> Sequence[RequestId]:
        """Return the requests that are talked about."""
        found = await self.read_shelf("live")
        return sorted(RequestId(each["request"]) for each in found)

    async def spaces(self, user: str) -> Sequence[str]:
        """Return the servers of the conversations that somebody has in private."""
        found = await self.read("spaces", user)
        return tuple(found["spaces"]) if found else ()

    async def chosen(self, user: str) -> RequestId | None:
        """Return the conversation that somebody chose a short while ago."""
        found = await self.read("chosen", user)
        return RequestId(found["request"]) if found else None

    async def choose(self, user: str, request: RequestId) -> None:
        """Let what somebody writes next go to this conversation."""
        content = {"request": request}
        await self.write(request, content, "chosen", user, holds=_CHOICE_HOLDS)

    async def _liven(self, request: RequestId) -> None:
        await self.write(request, {"request": request}, "line", request, on=("live",))


_Channel = TypeVar("_Channel", Thread, Line)


def _having_heard(channel: _Channel, message: str) -> _Channel:
    """Return where a conversation is, one message later."""
    last = max(channel.last or "0", message, key=int)
    return replace(channel, last=last, heard=(*channel.heard, message)[-_HEARD_MAX:])
