"""What the adapter remembers: threads, private channels, whose message was whose.

Each note dies with its request; keys are pseudonyms, values are sealed by the store.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

from bot.domain.ids import RequestId
from bot.domain.people import Language
from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault

_KEPT = timedelta(days=90)
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


class Notes:
    """Reads and writes what must survive a restart."""

    def __init__(self, *, memory: PlatformMemory, vault: Vault, clock: Clock) -> None:
        self._memory, self._vault, self._clock = memory, vault, clock

    # --- the mentors' threads -----------------------------------------------------------

    async def thread(self, space: str, request: RequestId) -> Thread | None:
        """Return the thread of a request in a server."""
        found = await self._read("thread", space, request)
        if found is None:
            return None
        heard = tuple(found.get("heard", ()))
        return Thread(str(found["id"]), tuple(found["members"]), found["last"], heard)

    async def keep_thread(self, space: str, request: RequestId, thread: Thread) -> None:
        """Note the thread, and find the request by it."""
        await self._write(request, asdict(thread), "thread", space, request)
        await self._write(request, asdict(Place(request, space)), "threads", thread.id)
        spaces = dict.fromkeys([*await self._read_spaces("spread", request), space])
        await self._write(request, {"spaces": list(spaces)}, "spread", request)
        await self._liven(request)

    async def request_of(self, thread: str) -> Place | None:
        """Return the request whose thread a channel is."""
        found = await self._read("threads", thread)
        return Place(RequestId(found["request"]), found["space"]) if found else None

    # --- messages -------------------------------------------------------------------------

    async def spoken(self, origin: str) -> Spoken | None:
        """Return who wrote a message that was passed on."""
        found = await self._read("spoken", origin)
        return Spoken(**found) if found else None

    async def keep_spoken(self, origin: str, spoken: Spoken) -> None:
        """Note who wrote a message, for its edits, its deletion and its mark.

        The message, which is saved after it, keeps it from power cuts.
        """
        await self._write_all(spoken.request, {("spoken", origin): asdict(spoken)}, durable=False)

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
        found = await self._read("shown", handle)
        return Shown(**found) if found else None

    async def keep_shown(self, handle: str, shown: Shown) -> None:
        """Note what a message shows, so that replies find their conversation, and it.

        What a power cut takes is delivered again, and noted again.
        """
        notes: dict[tuple[str, ...], Mapping[str, object]] = {("shown", handle): asdict(shown)}
        if shown.message:
            channel, _, number = handle.partition("/")
            notes["stands", channel, shown.message] = {"number": number}
        await self._write_all(shown.request, notes, durable=False)

    async def stands(self, channel: str, message: str) -> str:
        """Return the number of the message of ours that shows another in a channel."""
        found = await self._read("stands", channel, message)
        return str(found["number"]) if found else ""

    # --- private channels -------------------------------------------------------------------

    async def keep_line(self, request: RequestId, line: Line) -> None:
        """Note where a requester is talked to: for what was missed, and for replies."""
        await self._write(request, asdict(line), "line", request)
        spaces = [*(s for s in await self.spaces(line.user) if s != line.space), line.space]
        await self._write(request, {"spaces": spaces[-_SPACES_MAX:]}, "spaces", line.user)
        await self._liven(request)

    async def line(self, request: RequestId) -> Line | None:
        """Return where the requester of a request is talked to."""
        found = await self._read("line", request)
        return Line(**{**found, "heard": tuple(found.get("heard", ()))}) if found else None

    async def lines(self, request: RequestId) -> Sequence[Line]:
        """Return every place where a request is talked about."""
        line = await self.line(request)
        spaces = await self._read_spaces("spread", request)
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
            await self._write(request, written, "line", request, durable=False)

    async def heard_in_thread(self, place: Place, message: str) -> None:
        """Note a message that was read in a mentors' thread."""
        thread = await self.thread(place.space, place.request)
        if thread is not None and message not in thread.heard:
            written = asdict(_having_heard(thread, message))
            keys = ("thread", place.space, place.request)
            await self._write(place.request, written, *keys, durable=False)

    async def live(self) -> Sequence[RequestId]:
        """Return the requests that are talked about."""
        found = await self._read("live")
        return [RequestId(each) for each in found["requests"]] if found else []

    async def hang_up(self, requests: Sequence[RequestId]) -> None:
        """Forget the lines of requests that are over."""
        left = [each for each in await self.live() if each not in requests]
        await self._write(None, {"requests": left}, "live")

    async def spaces(self, user: str) -> Sequence[str]:
        """Return the servers of the conversations that somebody has in private."""
        return await self._read_spaces("spaces", user)

    async def chosen(self, user: str) -> RequestId | None:
        """Return the conversation that somebody chose a short while ago."""
        found = await self._read("chosen", user)
        return RequestId(found["request"]) if found else None

    async def choose(self, user: str, request: RequestId) -> None:
        """Let what somebody writes next go to this conversation."""
        content = {"request": request}
        await self._write(request, content, "chosen", user, holds=_CHOICE_HOLDS)

    # --- inside -------------------------------------------------------------------------------

    async def _liven(self, request: RequestId) -> None:
        live = await self.live()
        if request not in live:
            await self._write(None, {"requests": [*live, request]}, "live")

    async def _read_spaces(self, kind: str, key: str) -> Sequence[str]:
        found = await self._read(kind, key)
        return tuple(found["spaces"]) if found else ()

    async def _read(self, kind: str, *parts: str) -> dict[str, Any] | None:
        stored = await self._memory.get(self._key(kind, parts))
        return json.loads(stored) if stored else None

    async def _write(
        self,
        request: RequestId | None,
        content: Mapping[str, object],
        kind: str,
        *parts: str,
        holds: timedelta = _KEPT,
        durable: bool = True,
    ) -> None:
        await self._write_all(request, {(kind, *parts): content}, holds=holds, durable=durable)

    async def _write_all(
        self,
        request: RequestId | None,
        contents: Mapping[tuple[str, ...], Mapping[str, object]],
        *,
        holds: timedelta = _KEPT,
        durable: bool = True,
    ) -> None:
        await self._memory.put_all(
            {self._key(kind, parts): json.dumps(it) for (kind, *parts), it in contents.items()},
            request=request,
            expires_at=self._clock.now() + holds,
            durable=durable,
        )

    def _key(self, kind: str, parts: Sequence[str]) -> str:
        return self._vault.pseudonym(f"discord-{kind}", *parts)


_Channel = TypeVar("_Channel", Thread, Line)


def _having_heard(channel: _Channel, message: str) -> _Channel:
    """Return where a conversation is, one message later."""
    last = max(channel.last or "0", message, key=int)
    return replace(channel, last=last, heard=(*channel.heard, message)[-_HEARD_MAX:])
