"""Killed at any moment and started again: nothing is lost, nothing is shown twice.

A real server in a process of its own, its real database, killed with SIGKILL at random
moments while two people talk through it as browsers do: what got no answer is sent again
under the same number.
"""

import asyncio
import contextlib
import os
import random
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.domain.ids import new_id

KILLS = 50
PERSON = "entraide-person"  # the header by which the page says who acts
PAUSE_S = 0.05
PATIENCE_S = 300
LONGEST_LIFE_S = 2.0  # after the page answers: long enough for any act to come through at times


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """`entraide demo` in a process of its own."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        environment = {
            **os.environ,
            "ENTRAIDE_STATE_DIR": str(self.folder),
            "ENTRAIDE_MODEL": "none",
            "ENTRAIDE_LOG_LEVEL": "ERROR",
        }
        with (self.folder / "server.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot.cli", "demo", "--no-browser", "--port", str(self.port)),
                env=environment,
                stderr=log,
            )

    async def kill(self) -> None:
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGKILL)
        await self.process.wait()


@dataclass
class Browser:
    """Sends until it is answered, as the page does."""

    port: int
    client: httpx.AsyncClient

    async def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        origin = f"http://127.0.0.1:{self.port}"
        headers = {"origin": origin, **options.pop("headers", {})}
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    answer = await self.client.request(
                        method, origin + path, headers=headers, **options
                    )
                    if answer.status_code < 500:
                        return answer
                except httpx.TransportError:
                    pass
                await asyncio.sleep(PAUSE_S)

    async def page(self, person: str) -> str:
        return (await self.send("GET", f"/as/{person}")).text

    async def act(self, person: str, act: str, subject: str, **answers: str) -> str:
        fields = {f"answer.{name}": value for name, value in answers.items()}
        fields |= {"act": act, "subject": subject}
        return (await self.send("POST", "/act", data=fields, headers={PERSON: person})).text

    async def write(self, person: str, place: str, text: str) -> None:
        """Send one message until it was taken: the pace is limited, the number stays."""
        fields = {"place": place, "text": text, "origin": new_id()}
        async with asyncio.timeout(PATIENCE_S):
            while True:
                headers = {PERSON: person}
                answer = await self.send("POST", "/compose", data=fields, headers=headers)
                if answer.status_code == httpx.codes.NO_CONTENT:
                    return
                await asyncio.sleep(PAUSE_S)


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(tmp_path)
    await server.start()
    yield server
    await server.kill()


async def keep_killing(server: Server, browser: Browser, dice: random.Random) -> None:
    for _ in range(KILLS):
        await browser.send("GET", "/health")
        await asyncio.sleep(dice.uniform(0, LONGEST_LIFE_S))
        await server.kill()
        await server.start()


async def eventually(browser: Browser, person: str, pattern: str) -> str:
    """Return what ``pattern`` finds on the person's page, once it does."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            found = re.search(pattern, await browser.page(person), re.DOTALL)
            if found:
                return found.group(1)
            await asyncio.sleep(PAUSE_S)


def messages(page: str) -> list[str]:
    """Return the numbered messages that a page shows, both sides', in its order."""
    posts = [post for post in page.split("<li class=") if post.startswith('"post message')]
    return [found.group(0) for post in posts if (found := re.search(r"mot (?:A|B)\d+", post))]


async def place_of(browser: Browser, person: str, kind: str) -> str:
    return await eventually(browser, person, rf'data-place="([^"]+)" data-kind="{kind}"')


async def claimed_by_one(browser: Browser, request: str) -> str:
    """Let both mentors click at once, and return who has the thread."""
    await asyncio.gather(
        browser.act("nadia", "request.claim", request),
        browser.act("yann", "request.claim", request),
    )
    async with asyncio.timeout(PATIENCE_S):
        while True:
            pages = {who: await browser.page(who) for who in ("nadia", "yann")}
            holders = [who for who, page in pages.items() if 'data-kind="thread"' in page]
            if holders:
                assert len(holders) == 1
                return holders[0]
            await asyncio.sleep(PAUSE_S)


async def test_nothing_is_lost_and_nothing_shown_twice(server: Server) -> None:
    async with httpx.AsyncClient(timeout=5) as client:
        browser = Browser(server.port, client)
        await browser.send("GET", "/health")
        killing = asyncio.create_task(keep_killing(server, browser, random.Random(2026)))
        request = new_id()
        await browser.act("camille", "request.draft", request, text="On se fait insulter ici.")
        await browser.act("camille", "request.publish", request)
        mentor = await claimed_by_one(browser, request)
        thread = await place_of(browser, mentor, "thread")
        talk = await place_of(browser, "camille", "conversation")
        said: dict[str, list[str]] = {"A": [], "B": []}
        while not killing.done():
            for side, person, place in (("A", "camille", talk), ("B", mentor, thread)):
                said[side].append(f"mot {side}{len(said[side])}")
                await browser.write(person, place, said[side][-1])
        await killing
        everything = sorted(said["A"] + said["B"])
        for person in ("camille", mentor):
            shown = await all_shown(browser, person, len(everything))
            assert sorted(shown) == everything
            for side, words in said.items():
                assert [each for each in shown if each.startswith(f"mot {side}")] == words


async def all_shown(browser: Browser, person: str, count: int) -> list[str]:
    """Return the messages on a page once there are enough; more would be a repetition."""
    async with asyncio.timeout(PATIENCE_S):
        while len(shown := messages(await browser.page(person))) < count:
            await asyncio.sleep(PAUSE_S)
        return shown
