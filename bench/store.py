"""The store on SQLite: what sealing, versions, the queue and timers cost beside one bare commit.

The baseline of the same run is one durable commit of one row on the same disk. Figures
are medians, so that a moment of a busy disk does not decide.
"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path
from statistics import median

from adapters.clock import SystemClock
from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.domain.community import Channel
from bot.domain.errors import Conflict
from bot.domain.ids import CommunityId, MentorId, RequestId, new_id
from bot.domain.people import Address
from bot.domain.policy import State
from bot.domain.request import Request
from bot.domain.timers import Timer, TimerKind
from bot.ports.outbound import Delivery, Recipient, ToMentor, ToRoom

TIMES, CLAIMS, TIMERS, LANES = 200, 200, 1000, 20
HERE = CommunityId("here")
_CLOCK = SystemClock()


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        bare = bare_commit(Path(folder) / "bare.db")
        rows = asyncio.run(measure(Path(folder)))
    print("\n### Store, SQLite, encrypted, `synchronous = FULL`\n")
    print("| | median | × one bare commit |\n| --- | --- | --- |")
    for name, seconds in {"one bare durable commit (baseline)": bare, **rows}.items():
        print(f"| {name} | {seconds * 1000:.2f} ms | {seconds / bare:.2f} |")


def bare_commit(path: Path) -> float:
    """Return the time of one insert and one sync, without any library."""
    taken = []
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("CREATE TABLE t (x BLOB)")
        for _ in range(TIMES):
            started = time.perf_counter()
            db.execute("INSERT INTO t VALUES (?)", (bytes(1024),))
            taken.append(time.perf_counter() - started)
    return median(taken)


async def measure(folder: Path) -> dict[str, float]:
    """Return the time of each thing, in seconds."""
    async with opened(folder) as store:
        return {
            "a request made, with its keys": await timed(lambda: make(store)),
            "a request read, changed and saved": await timed(await changing(store)),
            "a delivery queued, taken and noted": await delivering(store),
            f"one of {CLAIMS} claims at once": await claiming(store) / CLAIMS,
            f"one of {TIMERS} timers taken": await taking(store) / TIMERS,
        }


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[SqlStore]:
    """Make an empty store."""
    url = f"sqlite+aiosqlite:///{folder / 'store.db'}"
    await upgrade(url)
    vault = FileVault(folder / "keys", clock=_CLOCK)
    store = SqlStore(create_engine(url), vault=vault, clock=_CLOCK)
    yield store
    await store.close()


async def timed(work: Callable[[], Awaitable[object]]) -> float:
    """Return the median time of some work."""
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        await work()
        taken.append(time.perf_counter() - started)
    return median(taken)


async def make(store: SqlStore) -> RequestId:
    """Keep a new open request of ordinary length."""
    asker, text = Address("discord", "guild", new_id()), "Une vague d’avis à une étoile. " * 20
    request = Request(
        RequestId(new_id()), HERE, asker, "fr", _CLOCK.now().date(), text, state=State.OPEN
    )
    async with store.uow() as unit:
        await unit.requests.add(request)
        await unit.commit()
    return request.id


async def changing(store: SqlStore) -> Callable[[], Awaitable[None]]:
    """Return the work of changing one request."""
    request_id = await make(store)

    async def change() -> None:
        async with store.uow() as unit:
            request = await unit.requests.get(request_id)
            request.add_details("plus")
            await unit.requests.save(request)
            await unit.commit()

    return change


async def delivering(store: SqlStore) -> float:
    """Return the time of one delivery, several lanes at once as the dispatcher takes them."""
    events = await store.outbox.events(TIMES)
    mentors = [ToMentor(MentorId(new_id())) for _ in range(LANES - 1)]
    recipients: tuple[Recipient, ...] = (ToRoom(0, Channel.HELP), *mentors)
    started, made = time.perf_counter(), 0
    for event in events:
        means = [Delivery(HERE, each, "card", new_id(), RequestId("r")) for each in recipients]
        await store.outbox.fan_out(event, means)
        for queued in await store.outbox.take(_CLOCK.now(), LANES):
            await store.outbox.delivered(queued, None)
            made += 1
    return (time.perf_counter() - started) / made


async def claiming(store: SqlStore) -> float:
    """Return the time until one of many clicks won and all others know who."""
    request_id = await make(store)

    async def claim(mentor: MentorId) -> None:
        while True:
            async with store.uow() as unit:
                request = await unit.requests.get(request_id)
                if request.mentor is not None:
                    return
                request.claim(mentor, mentor_name=mentor, at=_CLOCK.now())
                try:
                    await unit.requests.save(request)
                    await unit.commit()
                except Conflict:
                    continue

    started = time.perf_counter()
    await asyncio.gather(*(claim(MentorId(new_id())) for _ in range(CLAIMS)))
    return time.perf_counter() - started


async def taking(store: SqlStore) -> float:
    """Return the time of taking timers one a transaction, as their handlers do."""
    due_at = _CLOCK.now() - timedelta(minutes=1)
    async with store.uow() as unit:
        for number in range(TIMERS):
            await unit.timers.set(Timer(TimerKind.WAVE_ONE, f"request-{number}", HERE, due_at))
        await unit.commit()
    async with store.uow() as unit:
        due = await unit.timers.due(_CLOCK.now(), TIMERS)
    started = time.perf_counter()
    for timer in due:
        async with store.uow() as unit:
            await unit.timers.take(timer)
            await unit.commit()
    return time.perf_counter() - started
