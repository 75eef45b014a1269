"""Entraide in a process of its own, so that what the fakes take is not counted as ours.

Everything is wired as `entraide run` does it, to addresses of fakes that live elsewhere, but
for the pace of posts on Slack: opening so many threads in one channel would take minutes.
"""

import asyncio
import multiprocessing
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from adapters.slack.connect import connected, open_slack
from adapters.slack.parts import House
from bot.bootstrap.core import Entraide, at_work, entraide
from bot.bootstrap.line import listening
from bot.bootstrap.platforms import community_at, open_discord, slack_settings
from bot.cli.serving import SWITCH_INTERVAL_S
from bot.domain.community import Community, Space
from bot.domain.ids import CommunityId, RequestId, new_id
from bot.domain.people import Actor, Address
from bot.settings import Settings
from bot.ui.forms import Gesture

_HERE = CommunityId(new_id())
_BUSY, STOP = "busy", "stop"
_LONGEST_S = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """Somebody who asks, and the mentor who answers."""

    asker: Address
    mentor: Address


@dataclass(frozen=True, slots=True)
class Home:
    """The other process, once its conversations are open."""

    pipe: Connection
    names: Sequence[str]  # of the requests

    async def busy_s(self) -> float:
        """Return how long it was busy with a processor since it began."""
        self.pipe.send(_BUSY)
        return float(await asyncio.to_thread(self.pipe.recv))


@asynccontextmanager
async def elsewhere(
    settings: dict[str, Any], spaces: Sequence[Space], pairs: Sequence[Pair]
) -> AsyncIterator[Home]:
    """Run Entraide in another process, with a conversation of each pair."""
    async with spawned(_serve, settings, spaces, pairs) as pipe:
        yield Home(pipe, await asyncio.to_thread(pipe.recv))


@asynccontextmanager
async def spawned(
    serve: Callable[..., Coroutine[Any, Any, None]], *given: Any
) -> AsyncIterator[Connection]:
    """Run ``serve`` in a process of its own, until it reads ``STOP`` in the pipe it is given."""
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    process = spawning.Process(target=_run, args=(serve, there, *given))
    process.start()
    there.close()
    try:
        yield here
        here.send(STOP)
    finally:
        await asyncio.to_thread(process.join, _LONGEST_S)
        process.kill()


def _run(serve: Callable[..., Coroutine[Any, Any, None]], *given: Any) -> None:
    """Threads take turns as often as in the real process."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    asyncio.run(serve(*given))


def await_reading() -> None:
    """Wait until the casebook was read: a process does it once, when it starts."""
    for thread in threading.enumerate():
        if thread.name == "reading":
            thread.join()


async def _serve(
    pipe: Connection, given: dict[str, Any], spaces: Sequence[Space], pairs: Sequence[Pair]
) -> None:
    settings = Settings(**given, _env_file=None)
    async with entraide(settings) as house, _on_slack(house), open_discord(house) as discord:
        await asyncio.to_thread(await_reading)
        async with at_work(house), listening(discord.listen):
            await _found(house, spaces)
            pipe.send([await _conversation(house, *each) for each in enumerate(pairs)])
            while await asyncio.to_thread(pipe.recv) == _BUSY:
                pipe.send(time.process_time())


@asynccontextmanager
async def _on_slack(house: Entraide) -> AsyncIterator[None]:
    tools = house.tools
    home = House(
        house.desk,
        house.store.platform_memory,
        house.vault,
        tools.clock,
        tools.wordings,
        partial(community_at, tools),
    )
    reach = replace(slack_settings(house.settings), post_interval_s=0)
    async with open_slack(reach, house=home) as opened, connected(opened.slack, reach):
        house.deliver_by(opened.slack.messenger)
        yield
        await opened.slack.finish()


async def _found(house: Entraide, spaces: Sequence[Space]) -> None:
    async with house.tools.uow() as uow:
        await uow.communities.add(Community(_HERE, "Entre pairs", spaces=tuple(spaces)))
        await uow.commit()


async def _conversation(house: Entraide, number: int, pair: Pair) -> str:
    """Let two people talk; return the name that the request bears."""
    desk, request = house.desk, RequestId(new_id())
    asker = Actor(pair.asker, _HERE, "fr")
    mentor = Actor(pair.mentor, _HERE, "fr", f"Mentor {number}")
    await desk.handle(mentor, Gesture("mentor.apply", "new", {"display_name": mentor.name}))
    async with house.tools.uow() as uow:
        known = await uow.mentors.at(_HERE, mentor.address)
    moderator = Actor(Address("discord", pair.asker.space, "1"), _HERE, "fr", "Sacha", True)
    approved = Gesture("mentor.decide", known.id if known else "", {"value": "yes"})
    await desk.handle(moderator, approved)
    await desk.handle(asker, Gesture("request.draft", request, {"text": "On nous insulte"}))
    await desk.handle(asker, Gesture("request.publish", request))
    await desk.handle(mentor, Gesture("request.claim", request))
    async with house.tools.uow() as uow:
        return (await uow.requests.get(request)).code_name
