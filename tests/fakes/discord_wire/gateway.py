"""The gateway side: hello, identify, heartbeat, resume, and a compressed stream of events."""

import asyncio
import json
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.discord_wire.town import BOT, GUILD, Town

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
_CALM_MS = 41_250
_LONGEST_S = 20  # a test that waits longer has failed


@dataclass
class Session:
    """What was told to one client, so that it can be told again."""

    id: str
    events: list[dict[str, Any]] = field(default_factory=list)


class Gateway:
    """Speaks to one client at a time; events that nobody hears are kept for a resume."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._socket: web.WebSocketResponse | None = None
        self._deflate = zlib.compressobj()
        self._session: Session | None = None
        self._here = asyncio.Event()
        self._back = asyncio.Event()
        self.identified: list[dict[str, Any]] = []
        self.resumed = 0
        self.heartbeats = 0
        self.accepts_resume = True
        self.acknowledges = True
        self.interval_ms = _CALM_MS
        self.address = ""
        self._told: Counter[str] = Counter()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._socket, self._deflate = socket, zlib.compressobj()
        await self._send({"op": HELLO, "d": {"heartbeat_interval": self.interval_ms}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._hear(json.loads(message.data))
        if self._socket is socket:
            self._here.clear()
        return socket

    async def tell(self, event: str, data: dict[str, Any]) -> None:
        """Dispatch an event; without a client it waits for a resume."""
        if self._session is None:
            return
        self._told[event] += 1
        payload = {"op": DISPATCH, "t": event, "s": len(self._session.events) + 1, "d": data}
        self._session.events.append(payload)
        if self._here.is_set():
            await self._send(payload)

    def told(self, event: str) -> int:
        """Return how many events of a kind were told."""
        return self._told[event]

    async def here(self) -> None:
        """Wait until a client listens."""
        await self._here.wait()

    async def back(self) -> None:
        """Wait until a client took up its session again."""
        async with asyncio.timeout(_LONGEST_S):
            await self._back.wait()

    async def ask_to_reconnect(self) -> None:
        self._here.clear()
        await self._send({"op": RECONNECT, "d": None})

    def forget(self) -> None:
        """Forget the session of a client that stopped."""
        self._here.clear()
        self._session = None

    async def invalidate(self) -> None:
        """Forget the session, as Discord does: events in between are lost."""
        self._here.clear()
        self._session = None
        await self._send({"op": INVALID, "d": False})

    async def hang_up(self) -> None:
        if self._socket is not None:
            self._here.clear()
            await self._socket.close(code=4000)

    # --- inside -----------------------------------------------------------------------

    async def _hear(self, message: dict[str, Any]) -> None:
        if message["op"] == HEARTBEAT:
            self.heartbeats += 1
            if not self.acknowledges:
                return
            await self._send({"op": ACK, "d": None})
        elif message["op"] == IDENTIFY:
            await self._welcome(message["d"])
        elif message["op"] == RESUME:
            await self._resume(message["d"])

    async def _welcome(self, identity: dict[str, Any]) -> None:
        self.identified.append(identity)
        self._session = Session(f"session-{len(self.identified)}")
        ready = {
            "v": 10,
            "user": self._town.bot(),
            "session_id": self._session.id,
            "resume_gateway_url": self.address,
            "shard": identity.get("shard", [0, 1]),
            "application": {"id": BOT, "flags": 0},
            "guilds": [{"id": GUILD, "unavailable": True}],
            "private_channels": [],
            "presences": [],
        }
        self._here.set()
        await self.tell("READY", ready)
        await self.tell("GUILD_CREATE", self._town.guild())

    async def _resume(self, resume: dict[str, Any]) -> None:
        session = self._session
        if session is None or session.id != resume["session_id"] or not self.accepts_resume:
            await self._send({"op": INVALID, "d": False})
            return
        self.resumed += 1
        self.acknowledges = True  # another of Discord's machines answers
        for event in session.events[resume["seq"] :]:
            await self._send(event)
        self._here.set()
        await self.tell("RESUMED", {})
        self._back.set()

    async def _send(self, payload: dict[str, Any]) -> None:
        if self._socket is None or self._socket.closed:
            return
        text = json.dumps(payload).encode()
        packed = self._deflate.compress(text) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
        await self._socket.send_bytes(packed)
