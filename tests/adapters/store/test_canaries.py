"""What a thief of the database reads: nothing that people wrote, nothing that leads to them."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.schema import metadata
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.domain.block import Block
from bot.domain.case_draft import CaseDraft, Story
from bot.domain.community import Channel, Community, Space
from bot.domain.drill import Drill
from bot.domain.drill import Said as DrillSaid
from bot.domain.errors import NotFound
from bot.domain.ids import (
    AttachmentId,
    BlockId,
    CaseId,
    CommunityId,
    DraftId,
    DrillId,
    MentorId,
    MessageId,
    RequestId,
    SnippetId,
    new_id,
)
from bot.domain.mentor import Mentor, Profile
from bot.domain.people import NOBODY, Address, Party
from bot.domain.policy import State
from bot.domain.relay import Picture, RelayMessage
from bot.domain.request import Request
from bot.domain.snippet import Snippet
from bot.domain.trail import By, Entry
from bot.domain.vocabulary import Category, Urgency
from bot.ports.outbound import Delivery, ToMentor, ToRequester, ToRoom, ToThread
from bot.ports.store import UnitOfWork
from tests.fakes.clock import FakeClock

HERE, MENTOR = CommunityId(new_id()), MentorId(new_id())
LEA = Address("discord", "canary-guild", "canary-user-lea")
NADIA = Address("slack", "canary-team", "canary-user-nadia")
WEEK = timedelta(days=7)
CANARY = b"canary"


class Place:
    """A database and its keys in a folder, with a clock."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, FakeClock()
        self.url = f"sqlite+aiosqlite:///{folder / 'data' / 'store.db'}"
        self.vault = FileVault(folder / "keys", clock=self.clock)

    def open(self) -> SqlStore:
        return SqlStore(create_engine(self.url), vault=self.vault, clock=self.clock)

    def content(self) -> bytes:
        """Return every byte of the database's files."""
        files = sorted((self.folder / "data").iterdir())
        assert [path.name for path in files] == ["store.db", "store.db-shm", "store.db-wal"]
        return b"".join(path.read_bytes() for path in files)

    async def link(self, request: RequestId) -> list[bytes]:
        """Return what leads from a request to a person, for who has the keys."""
        engine = create_engine(self.url)
        columns = "identity, identity_key, requester"
        async with engine.connect() as connection:
            found = await connection.execute(
                text(f"SELECT {columns} FROM requests WHERE id = :request"), {"request": request}
            )
            values = list(found.one())
        await engine.dispose()
        return [each.encode() if isinstance(each, str) else each for each in values if each]

    async def values(self, request: RequestId) -> list[bytes]:
        """Return every value in clear or sealed that stands in a row of a request."""
        engine, found = create_engine(self.url), [request.encode()]
        async with engine.connect() as connection:
            for table in ("requests", "messages", "pictures", "drafts", "posts", "kept"):
                column = "id" if table == "requests" else "request"
                rows = await connection.execute(
                    text(f"SELECT * FROM {table} WHERE {column} = :request"), {"request": request}
                )
                found += [value for row in rows for value in row if isinstance(value, bytes)]
        await engine.dispose()
        return found


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    place = Place(tmp_path)
    await upgrade(place.url)
    return place


@pytest.fixture
async def store(place: Place) -> AsyncIterator[SqlStore]:
    store = place.open()
    yield store
    await store.close()


def a_request(name: str, place: Place) -> Request:
    return Request(
        RequestId(name),
        HERE,
        LEA,
        "fr",
        place.clock.now().date(),
        text="canary-text",
        original="canary-original",
        hidden_names=("canary-name",),
        excluded="canary-agency",
        category=Category.BAD_BUZZ,
        code_name="loutre-bleue",
        receipt="canary-receipt",
        state=State.CLAIMED,
        mentor=MENTOR,
    )


async def converse(unit: UnitOfWork, request: Request, place: Place) -> None:
    """Write something everywhere, with a canary in all that people choose or platforms give."""
    now, words = place.clock.now(), "canary-words"
    story = Story(words, words, words, words, (words,), Category.BAD_BUZZ)
    picture = Picture(AttachmentId(new_id()), "image/png", 1, 1, CANARY * 500)
    spaces = (
        Space("discord", "canary-guild", {Channel.HELP: "canary-channel"}),
        Space("slack", "canary-team"),
    )
    await unit.communities.add(Community(HERE, "canary-community", spaces=spaces))
    profile = Profile("canary-display", experience="canary-experience", sectors=("canary-s",))
    await unit.mentors.add(Mentor(MENTOR, HERE, (NADIA,), "fr", profile))
    await unit.requests.add(request)
    await unit.relay.add_picture(request.id, picture)
    for author in Party:
        message = MessageId(new_id())
        origin = f"canary-origin-{author}"
        said = RelayMessage(message, request.id, HERE, author, words, origin, reason="canary-r")
        said.send()
        await unit.relay.add(said)
    await unit.drafts.add(CaseDraft(DraftId(new_id()), request.id, HERE, story, "canary-form"))
    await unit.snippets.add(Snippet(SnippetId(new_id()), HERE, MENTOR, words, words))
    by = Entry(HERE, now, "request-claimed", By.MENTOR, request.id, MENTOR, {"reason": words})
    await unit.trail.note(1, by)
    await unit.blocks.block(
        LEA, Block(BlockId(new_id()), HERE, now + WEEK, words, "canary-moderator", request.id)
    )
    await unit.blocks.part(HERE, LEA, MENTOR, now + WEEK)
    await unit.limits.hit(HERE, LEA, "message", now - WEEK, now)
    await unit.commit()


async def post_everywhere(store: SqlStore, request: Request) -> None:
    """Post to everybody; the platforms' handles are canaries."""
    recipients = (
        ToRoom(0, Channel.HELP),
        ToRequester(request.id),
        ToThread(request.id, 1),
        ToMentor(MENTOR),
    )
    for event in await store.outbox.events(10):
        means = [Delivery(HERE, each, "request-card", "card", request.id) for each in recipients]
        await store.outbox.fan_out(event, means)
    while taken := await store.outbox.take(FakeClock().now(), 10):
        for queued in taken:
            await store.outbox.delivered(queued, f"canary-handle-{queued.id}")


@pytest.fixture
async def request_(store: SqlStore, place: Place) -> Request:
    request = a_request(new_id(), place)
    async with store.uow() as unit:
        await converse(unit, request, place)
    await post_everywhere(store, request)
    await store.platform_memory.put(
        "key", "canary-value", request=request.id, expires_at=place.clock.now() + WEEK
    )
    return request


async def erase(store: SqlStore, request: RequestId) -> None:
    async with store.uow() as unit:
        await unit.requests.erase(request)
        await unit.commit()


async def forget_requester(store: SqlStore, request: RequestId) -> None:
    async with store.uow() as unit:
        found = await unit.requests.get(request)
        found.requester = NOBODY
        await unit.requests.save(found)
        await unit.commit()


async def test_every_table_is_written_by_the_conversation(request_: Request, place: Place) -> None:
    """Else the next test would look at nothing."""
    engine = create_engine(place.url)
    async with engine.connect() as connection:
        empty = [
            name
            for name in metadata.tables
            if (await connection.execute(text(f"SELECT count(*) FROM {name}"))).scalar_one() == 0
        ]
    await engine.dispose()
    queues = {"timers", "events", "deliveries"}  # ids of our own only, and they are done
    assert set(empty) == queues | {"cases", "judgments", "seals", "drills", "notices"}


async def test_a_stolen_database_holds_no_word_and_no_account(
    request_: Request, place: Place
) -> None:
    stolen = place.content()
    assert request_.id.encode() in stolen
    assert CANARY not in stolen
    assert CANARY.decode().encode("utf-16-le") not in stolen


async def test_a_stolen_rehearsal_holds_no_word_and_no_account(
    store: SqlStore, place: Place
) -> None:
    drill = Drill(DrillId(new_id()), HERE, LEA, "fr", CaseId("case"), length=1)
    drill.answer(LEA, DrillSaid(0, "canary-words", "once"))
    async with store.uow() as unit:
        await unit.drills.add(drill)
        await unit.commit()
    stolen = place.content()
    assert drill.id.encode() in stolen
    assert CANARY not in stolen


async def test_sealed_rows_open_again(store: SqlStore, request_: Request) -> None:
    async with store.uow() as unit:
        assert await unit.requests.of(HERE, LEA) == [request_]
        assert [message.text for message in await unit.relay.of(request_.id)] == [
            "canary-words"
        ] * 2
    assert await store.platform_memory.get("key") == "canary-value"


async def test_erasing_and_sweeping_leave_no_byte_of_a_request(
    store: SqlStore, request_: Request, place: Place
) -> None:
    traces = [value for value in await place.values(request_.id) if len(value) > 9]
    assert len(traces) > 10
    before = place.content()
    assert all(trace in before for trace in traces if len(trace) < 400)
    await erase(store, request_.id)
    place.clock.advance(minutes=1)
    await store.sweep()
    after = place.content()
    assert [trace[:12] for trace in traces if trace[:64] in after or trace[-64:] in after] == []


async def test_forgetting_the_requester_leaves_no_byte_of_the_link(
    store: SqlStore, request_: Request, place: Place
) -> None:
    traces = await place.link(request_.id)
    assert all(trace in place.content() for trace in traces)
    await forget_requester(store, request_.id)
    await store.sweep()
    assert await place.link(request_.id) == []
    after = place.content()
    assert [trace for trace in traces if trace in after] == []


async def test_an_erased_request_stays_until_its_public_posts_are_down(
    store: SqlStore, request_: Request
) -> None:
    async with store.uow() as unit:
        found = await unit.requests.get(request_.id)
        found.erase()
        await unit.requests.save(found)
        await unit.requests.erase(request_.id)
        await unit.commit()
    room = Delivery(HERE, ToRoom(0, Channel.HELP), "request-card", "card", request_.id)
    await store.sweep()
    [event] = await store.outbox.events(10)
    await store.outbox.fan_out(event, [room])
    await store.sweep()
    [queued] = await store.outbox.take(FakeClock().now(), 10)
    assert queued.handle is not None
    await store.outbox.delivered(queued, None)


async def test_a_backup_cannot_be_opened_once_its_weeks_are_gone(
    store: SqlStore, request_: Request, place: Place, tmp_path: Path
) -> None:
    await store.sweep()
    shutil.copytree(place.folder / "data", tmp_path / "backup" / "data")
    await erase(store, request_.id)
    for _ in range(2):
        place.clock.advance(days=7)
        await store.sweep()
    restored = _restored(place, tmp_path / "backup")
    async with restored.uow() as unit:
        assert await unit.requests.of(HERE, LEA) == []
        assert await unit.requests.live(HERE) == []
        with pytest.raises(NotFound):
            await unit.requests.get(request_.id)
    assert await restored.platform_memory.get("key") is None
    await restored.close()


async def test_the_handles_in_a_backup_lead_to_public_posts_only(
    store: SqlStore, request_: Request, place: Place, tmp_path: Path
) -> None:
    room, thread = ToRoom(0, Channel.HELP), ToThread(request_.id, 1)
    async with store.uow() as unit:
        found = await unit.requests.get(request_.id)
        found.change_urgency(Urgency.WEEK)
        await unit.requests.save(found)
        await unit.commit()
    [event] = await store.outbox.events(10)
    means = [Delivery(HERE, each, "request-card", "card", request_.id) for each in (room, thread)]
    await store.outbox.fan_out(event, means)
    await store.sweep()
    shutil.copytree(place.folder / "data", tmp_path / "backup" / "data")
    await erase(store, request_.id)
    for _ in range(2):
        place.clock.advance(days=7)
        await store.sweep()
    restored = _restored(place, tmp_path / "backup")
    taken = await restored.outbox.take(place.clock.now(), 10)
    await restored.close()
    handles = {queued.delivery.recipient: queued.handle for queued in taken}
    assert str(handles[room]).startswith("canary-handle")
    assert handles[thread] is None


async def test_a_backup_forgets_a_requester_before_it_forgets_the_words(
    store: SqlStore, request_: Request, place: Place, tmp_path: Path
) -> None:
    await store.sweep()
    shutil.copytree(place.folder / "data", tmp_path / "backup" / "data")
    await forget_requester(store, request_.id)
    for _ in range(2):
        place.clock.advance(days=7)
        await store.sweep()
    async with store.uow() as unit:
        expected = replace(request_, requester=NOBODY, version=1)
        assert await unit.requests.get(request_.id) == expected
    restored = _restored(place, tmp_path / "backup")
    async with restored.uow() as unit:
        assert await unit.requests.get(request_.id) == replace(request_, requester=NOBODY)
        assert await unit.requests.of(HERE, LEA) == []
    await restored.close()


def _restored(place: Place, folder: Path) -> SqlStore:
    """Open a backup with the keys as they are now, in a process that knows no others."""
    vault = FileVault(place.folder / "keys", clock=place.clock)
    url = f"sqlite+aiosqlite:///{folder / 'data' / 'store.db'}"
    return SqlStore(create_engine(url), vault=vault, clock=place.clock)


async def test_interleaved_people_never_cross(store: SqlStore, place: Place) -> None:
    """Two ask at once, on one space, and each finds their own."""
    people = {name: Address("discord", "canary-guild", name) for name in ("lea", "max")}

    async def ask(name: str) -> None:
        request = replace(a_request(new_id(), place), requester=people[name], excluded=name)
        request.receipt = f"canary-{name}"
        async with store.uow() as unit:
            await unit.requests.add(request)
            await asyncio.sleep(0)
            await unit.commit()

    await asyncio.gather(*(ask(name) for name in people))
    async with store.uow() as unit:
        for name, address in people.items():
            [found] = await unit.requests.of(HERE, address)
            assert (found.requester, found.excluded) == (address, name)
