"""Nobody but our own page gets in, and nothing foreign runs on it."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from adapters.web.guard import LOOPBACK, Guard

BASE = "http://127.0.0.1:8765"


async def touched(request: Request) -> Response:
    return PlainTextResponse("touched", headers={"x-kept": "yes"})


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(
        routes=[Route("/", touched, methods=["GET", "POST"])],
        middleware=[Middleware(Guard, hosts=LOOPBACK | {"bac.example"})],
    )
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
        yield client


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8765", "localhost:1", "[::1]:8765", "bac.example", "LOCALHOST"]
)
async def test_known_names_are_answered(client: httpx.AsyncClient, host: str) -> None:
    assert (await client.get("/", headers={"host": host})).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", "", "[::1", "@localhost@x"],
)
async def test_name_that_leads_here_from_outside_is_refused(
    client: httpx.AsyncClient, host: str
) -> None:
    answer = await client.get("/", headers={"host": host})
    assert (answer.status_code, answer.text) == (421, "Unknown host.")


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"origin": BASE},
        {},
    ],
)
async def test_our_own_page_may_act(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert (await client.post("/", headers=headers)).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": BASE},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
    ],
)
async def test_another_site_may_not_act(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert (await client.post("/", headers=headers)).status_code == 403


async def test_another_site_may_link_to_us(client: httpx.AsyncClient) -> None:
    answer = await client.get("/", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example"])
async def test_every_answer_carries_the_policy(client: httpx.AsyncClient, host: str) -> None:
    headers = (await client.get("/", headers={"host": host})).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
