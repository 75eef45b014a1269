"""The REST side on a real socket: it records every body, and can be told to fail."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.fakes.discord_wire.gateway import Gateway
from tests.fakes.discord_wire.recorder import Call, decoded
from tests.fakes.discord_wire.routes import ROUTES, Answer, Refused
from tests.fakes.discord_wire.town import DM_CHANNEL, Json, Place, Town


@dataclass
class Failure:
    """The next ``times`` calls that match are answered so."""

    method: str
    path: str
    status: int
    body: Json
    times: int = 1


@dataclass
class Gate:
    """Calls that match wait until it is ``open``; ``reached`` when the first one does."""

    method: str
    path: str
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Interaction:
    """What came back for one interaction."""

    user: str
    message: Json | None = None
    modal: Json | None = None
    callbacks: list[int] = field(default_factory=list)
    later: list[Json] = field(default_factory=list)  # what was added to the answer
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    acknowledged_at: float = 0.0


class Wire:
    """A Discord of its own."""

    def __init__(self) -> None:
        self.town = Town()
        self.gateway = Gateway(self.town)
        self.calls: list[Call] = []
        self.failures: list[Failure] = []
        self.gates: list[Gate] = []
        self.interactions: dict[str, Interaction] = {}
        self.files: dict[str, bytes] = {}
        self.address = ""

    @property
    def api(self) -> str:
        return f"{self.address}/api/v10"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        path, at = request.path.removeprefix("/api/v10"), asyncio.get_running_loop().time()
        raw = await request.read()
        body = decoded(raw, request.headers.get("Content-Type", ""))
        await self._wait(request.method, path)
        try:
            status, answer = self._failing(request.method, path) or await self._answer(
                request.method, path, body, dict(request.query)
            )
        except Refused as refused:
            status, answer = refused.status, {"code": refused.code, "message": "refused"}
        self.calls.append(Call(request.method, path, body, raw, self._reader(path), status, at))
        headers = {"Via": "1.1 fake"} if status == 429 else {}
        if answer is None:
            return web.Response(status=204)
        packed = json.dumps(answer).encode()  # without a charset, as Discord's own
        return web.Response(
            body=packed, status=status, headers=headers, content_type="application/json"
        )

    async def file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]])

    async def _wait(self, method: str, path: str) -> None:
        for gate in self.gates:
            if gate.method == method and re.fullmatch(gate.path, path):
                gate.reached.set()
                await gate.open.wait()

    def _failing(self, method: str, path: str) -> Answer | None:
        for failure in self.failures:
            if failure.times and failure.method == method and re.fullmatch(failure.path, path):
                failure.times -= 1
                return failure.status, failure.body
        return None

    def _reader(self, path: str) -> str:
        """Return the one person who sees what is sent there."""
        kind, _, rest = path.strip("/").partition("/")
        where = rest.split("/")
        if kind == "interactions":
            return self.interactions[where[1]].user
        if kind == "webhooks":
            return self.interactions[where[1]].user
        place = self.town.places.get(where[0]) if kind == "channels" else None
        if place and place.kind == DM_CHANNEL and place.members:
            return next(iter(place.members))
        return ""

    async def _answer(self, method: str, path: str, body: Any, query: dict[str, str]) -> Answer:
        for verb, pattern, handler in ROUTES:
            found = re.fullmatch(pattern, path)
            if verb == method and found:
                return handler(self, *found.groups(), body=body, query=query)
        raise AssertionError(f"this Discord does not know {method} {path}")

    def place(self, number: str) -> Place:
        if number not in self.town.places:
            raise Refused(404, 10003)
        return self.town.places[number]

    def message(self, channel: str, number: str) -> Json:
        place = self.place(channel)
        if number not in place.messages:
            raise Refused(404, 10008)
        return place.messages[number]


@asynccontextmanager
async def open_wire() -> AsyncIterator[Wire]:
    """Listen on a free port until the end of the block."""
    wire = Wire()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_get("/gateway", wire.gateway.serve)
    app.router.add_get("/gateway/", wire.gateway.serve)
    app.router.add_get("/files/{name}", wire.file)
    app.router.add_route("*", "/api/v10/{tail:.*}", wire.serve)
    server = TestServer(app)
    await server.start_server(access_log=None)  # it would quote addresses: not ours to test
    wire.address = f"http://{server.host}:{server.port}"
    wire.gateway.address = f"ws://{server.host}:{server.port}/gateway"
    try:
        yield wire
    finally:
        await wire.gateway.hang_up()
        await server.close()
