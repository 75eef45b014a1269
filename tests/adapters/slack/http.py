"""Slack over HTTP in tests: what Slack signs and sends, without a socket."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette

from adapters.slack.app import Slack, SlackSettings
from adapters.slack.connect import open_slack
from adapters.slack.parts import House
from tests.fakes.clock import FakeClock

SECRET = "signing-secret"
ADDRESS = "https://entraide.example"


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls the adapter's addresses as Slack does."""

    client: httpx.AsyncClient
    slack: Slack
    clock: FakeClock

    async def send(self, payload: dict[str, Any], **signing: Any) -> httpx.Response:
        """Send an event."""
        body, kind = json.dumps(payload).encode(), "application/json"
        return await self.post(body, kind, **signing)

    async def command(self, name: str, **fields: str) -> httpx.Response:
        """Send a slash command."""
        body = urlencode({"command": f"/{name}", "text": "", **fields}).encode()
        return await self.post(body, "application/x-www-form-urlencoded")

    async def interact(self, payload: dict[str, Any]) -> httpx.Response:
        """Send a click."""
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return await self.post(body, "application/x-www-form-urlencoded")

    async def post(
        self, body: bytes, kind: str, *, age_s: int = 0, secret: str = SECRET
    ) -> httpx.Response:
        """Send a signed body."""
        stamp = str(int(self.clock.now().timestamp()) - age_s)
        headers = {**signed(body, stamp, secret), "content-type": kind}
        answer = await self.client.post("/slack/events", content=body, headers=headers)
        await self.slack.finish()
        return answer


def signed(body: bytes, stamp: str, secret: str = SECRET) -> dict[str, str]:
    """Return the headers that Slack signs a body with."""
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256)
    return {
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest.hexdigest()}",
    }


@asynccontextmanager
async def open_http(
    settings: SlackSettings, house: House, clock: FakeClock
) -> AsyncIterator[Caller]:
    """The adapter over HTTP, called without a network."""
    async with open_slack(settings, house=house) as opened:
        transport = httpx.ASGITransport(Starlette(routes=opened.routes))
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
            yield Caller(client, opened.slack, clock)
