"""Notes stand on shelves, each a row of its own, and go with their request."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from adapters.discord.notes import Line, Thread
from adapters.discord.notes import Notes as DiscordNotes
from adapters.kit.notebook import Notebook
from adapters.slack.notes import Notes as SlackNotes
from adapters.slack.notes import Thread as SlackThread
from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.domain.ids import RequestId
from tests.fakes.clock import FakeClock

LOUTRE, HERON = RequestId("loutre"), RequestId("heron")


@dataclass
class Desk:
    """One store, on which every process opens notes of its own."""

    store: SqlStore
    clock: FakeClock

    def notebook(self) -> Notebook:
        return Notebook("discord", **self._parts)

    def discord(self) -> DiscordNotes:
        return DiscordNotes(**self._parts)

    def slack(self) -> SlackNotes:
        return SlackNotes(**self._parts)

    @property
    def _parts(self) -> dict[str, Any]:
        memory = self.store.platform_memory
        return {"memory": memory, "vault": self.store.vault, "clock": self.clock}

    async def erase(self, request: RequestId) -> None:
        async with self.store.uow() as unit:
            await unit.requests.erase(request)
            await unit.commit()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock, url = FakeClock(), f"sqlite+aiosqlite:///{tmp_path / 'store.db'}"
    await upgrade(url)
    vault = FileVault(tmp_path / "keys", clock=clock)
    store = SqlStore(create_engine(url), vault=vault, clock=clock)
    yield Desk(store, clock)
    await store.close()


async def test_a_note_takes_the_place_of_an_earlier_one(desk: Desk) -> None:
    notes = desk.notebook()
    await notes.write(None, {"n": 1}, "kind", "a")
    await notes.write(None, {"n": 2}, "kind", "a")
    await notes.write(None, {"n": 3}, "kind", "a", on=("shelf",))
    assert await desk.notebook().read("kind", "a") == {"n": 2}
    assert await desk.notebook().read("kind", "a", on=("shelf",)) == {"n": 3}
    await notes.forget("kind", "a")
    assert await notes.read("kind", "a") is None


async def test_a_shelf_holds_what_stands_on_its_own_shelves(desk: Desk) -> None:
    notes = desk.notebook()
    for part in ("a", "b"):
        await notes.write(None, {"part": part}, "kind", part, on=("all", part))
    assert await notes.read_shelf("all", "a") == [{"part": "a"}]
    every = await notes.read_shelf("all")
    assert sorted(found["part"] for found in every) == ["a", "b"]
    assert await notes.read_shelf("other") == []


async def test_processes_that_note_conversations_at_once_lose_none(desk: Desk) -> None:
    requests = [RequestId(f"request-{number}") for number in range(8)]
    lines = [Line(f"channel-{each}", "camille", "space") for each in requests]
    noting = (desk.discord().keep_line(*both) for both in zip(requests, lines, strict=True))
    await asyncio.gather(*noting)
    assert await desk.discord().live() == requests
    threads = (desk.slack().keep_thread("T", each, SlackThread("C", each)) for each in requests)
    await asyncio.gather(*threads)
    assert sorted(talk.ts for talk in await desk.slack().live()) == requests


async def test_a_request_that_is_erased_is_talked_about_no_more(desk: Desk) -> None:
    notes = desk.discord()
    for request in (LOUTRE, HERON):
        await notes.keep_thread("one", request, Thread(f"thread-{request}"))
        await notes.keep_thread("two", request, Thread(f"thread-{request}-two"))
    await desk.erase(LOUTRE)
    assert await notes.live() == [HERON]
    assert await notes.lines(LOUTRE) == []
    assert [line.space for line in await notes.lines(HERON)] == ["one", "two"]
