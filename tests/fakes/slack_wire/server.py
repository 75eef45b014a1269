"""The fake Slack's server: Web API, upload and download, and the socket of Socket Mode."""

import asyncio
import json
import secrets
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.slack_wire.check import Refused
from tests.fakes.slack_wire.methods import Methods
from tests.fakes.slack_wire.workspace import Workspace

GRANTED = "X-OAuth-Scopes"
HUNG_UP = 499
HANG_S = 60  # a machine under load is slow, not broken


@dataclass
class Failure:
    """An answer that a method gives instead of doing its work."""

    status: int
    error: str = ""
    retry_after: int = 0


@dataclass
class Gate:
    """Holds the calls of a method until it opens; what a dead caller asked is never done.

    ``held`` tells by which way they came: an address may name the process that uses it.
    """

    method: str
    held: list[str] = field(default_factory=list)
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)

    async def lets_pass(self, request: web.Request) -> bool:
        self.held.append(request.match_info.get("way", ""))
        self.reached.set()
        await self.open.wait()
        return request.transport is not None


@dataclass
class SlackServer:
    """Listens on a free port; keeps every byte that it was sent in ``received``."""

    base: str = ""
    workspaces: dict[str, Workspace] = field(default_factory=dict)  # by token
    received: list[tuple[str, bytes]] = field(default_factory=list)
    failures: dict[str, deque[Failure]] = field(default_factory=dict)
    gates: list[Gate] = field(default_factory=list)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    waiting: dict[str, "asyncio.Future[dict[str, Any]]"] = field(default_factory=dict)
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    refused: list[str] = field(default_factory=list)
    oauth_expires_in: int = 43_200
    opening: dict[str, "asyncio.Future[float]"] = field(default_factory=dict)  # by trigger

    @property
    def api(self) -> str:
        """The address to give the adapter."""
        return f"{self.base}/api/"

    def fail(self, method: str, *failures: Failure) -> None:
        """Let the next calls of a method fail so."""
        self.failures.setdefault(method, deque()).extend(failures)

    def calls(self, method: str) -> list[dict[str, Any]]:
        """Return what a method was called with."""
        return [json.loads(body) for name, body in self.received if name == method]

    async def send(self, kind: str, payload: dict[str, Any], **extra: Any) -> dict[str, Any]:
        """Send an envelope through the newest socket and return the answer to it."""
        await self.connected.wait()
        envelope = secrets.token_hex(8)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.waiting[envelope] = answer
        content = {"envelope_id": envelope, "type": kind, "payload": payload, **extra}
        await self.sockets[-1].send_json({**content, "accepts_response_payload": True})
        async with asyncio.timeout(HANG_S):
            return await answer

    async def drop(self) -> None:
        """Close the socket, as Slack does every few hours."""
        self.connected.clear()
        await self.sockets[-1].close()

    # --- handlers -----------------------------------------------------------------------------

    async def api_call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        args = await _arguments(request)
        self.received.append((method, json.dumps(args).encode()))
        opening = self.opening.pop(str(args.get("trigger_id", "")), None)
        if opening is not None:
            opening.set_result(asyncio.get_running_loop().time())
        for gate in self.gates:
            if gate.method == method and not await gate.lets_pass(request):
                return web.Response(status=HUNG_UP)
        if failure := self._failure(method):
            return failure
        if method == "apps.connections.open":
            url = self.base.replace("http", "ws", 1) + "/socket"
            return web.json_response({"ok": True, "url": url})
        if method == "oauth.v2.access":
            return web.json_response(self._granted(args))
        workspace = self._workspace(request, args)
        handler = getattr(Methods(workspace), method.replace(".", "_"), None) if workspace else None
        if workspace is None or handler is None:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        try:
            workspace.need(method)
            answer = {"ok": True, **self._absolute(handler(args))}
            return web.json_response(answer, headers={GRANTED: ",".join(workspace.granted)})
        except Refused as refused:
            self.refused.append(f"{method}: {refused}")
            error = str(refused).partition(":")[0]
            return web.json_response({"ok": False, "error": error})

    async def upload(self, request: web.Request) -> web.Response:
        content = await request.read()
        self.received.append(("upload", json.dumps({"size": len(content)}).encode()))
        team, file = request.match_info["team"], request.match_info["file"]
        workspace = next(w for w in self.workspaces.values() if w.team == team)
        workspace.files[file] = content
        return web.Response(text="OK")

    async def download(self, request: web.Request) -> web.Response:
        workspace = self._workspace(request, {})
        if workspace is None:
            raise web.HTTPFound("/login")
        workspace.need("download")
        return web.Response(body=workspace.files[request.match_info["file"]])

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {}})
        self.connected.set()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                self._answered(json.loads(message.data))
        return socket

    # --- inside -------------------------------------------------------------------------------

    def _answered(self, answer: dict[str, Any]) -> None:
        waiting = self.waiting.pop(answer.get("envelope_id", ""), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(answer.get("payload") or {})

    def _workspace(self, request: web.Request, args: dict[str, Any]) -> Workspace | None:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return self.workspaces.get(token) or self.workspaces.get(str(args.get("token", "")))

    def _granted(self, args: dict[str, Any]) -> dict[str, Any]:
        """Grant what an installation code, or a refresh token, stands for."""
        renewing = args.get("grant_type") == "refresh_token"
        teams = {each.team: each for each in self.workspaces.values()}
        workspace = teams.get(args.get("code", ""), next(iter(teams.values())))
        return {
            "ok": True,
            "access_token": workspace.token,
            "token_type": "bot",
            "scope": "commands",
            "bot_user_id": "UENTRAIDE",
            "app_id": "AENTRAIDE",
            "team": {"id": workspace.team, "name": "Example"},
            "authed_user": {"id": "UINSTALLER"},
            "refresh_token": "xoxe-next" if renewing else "xoxe-first",
            "expires_in": self.oauth_expires_in,
        }

    def _failure(self, method: str) -> web.Response | None:
        queue = self.failures.get(method)
        if not queue:
            return None
        failure = queue.popleft()
        headers = {"Retry-After": str(failure.retry_after)} if failure.retry_after else {}
        body = {"ok": False, "error": failure.error}
        return web.json_response(body, status=failure.status, headers=headers)

    def _absolute(self, answer: dict[str, Any]) -> dict[str, Any]:
        if "upload_url" in answer:
            return {**answer, "upload_url": self.base + answer["upload_url"]}
        return answer


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        args: dict[str, Any] = await request.json()
        return args
    return {**request.query, **{key: str(value) for key, value in (await request.post()).items()}}


@asynccontextmanager
async def slack_server(*workspaces: Workspace) -> AsyncIterator[SlackServer]:
    """A fake Slack with these workspaces."""
    server = SlackServer(workspaces={each.token: each for each in workspaces})
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_post("/api/{method}", server.api_call)
    app.router.add_get("/api/{method}", server.api_call)
    app.router.add_post("/{way}/api/{method}", server.api_call)
    app.router.add_get("/{way}/api/{method}", server.api_call)
    app.router.add_post("/upload/{team}/{file}", server.upload)
    app.router.add_get("/files/{file}", server.download)
    app.router.add_get("/socket", server.socket)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    address = runner.addresses[0]
    server.base = f"http://{address[0]}:{address[1]}"
    try:
        yield server
    finally:
        for socket in server.sockets:
            await socket.close()
        await runner.cleanup()
