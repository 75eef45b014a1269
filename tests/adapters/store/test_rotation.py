"""The keys are changed: all is there as before, and the old keys open none of it."""

import shutil
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import LargeBinary, select, text, update

from adapters.store.columns import Digest
from adapters.store.engine import create_engine
from adapters.store.health import Health, examine
from adapters.store.migrations import upgrade
from adapters.store.occupied import Occupied
from adapters.store.rotation import rotate
from adapters.store.schema import metadata
from adapters.store.sql import SqlStore
from adapters.store.upkeep import WrongKeys
from adapters.store.vault import BrokenSeal, FileVault
from bot.domain.errors import NotFound
from bot.domain.people import NOBODY, Address
from bot.domain.policy import State
from bot.domain.vocabulary import Urgency
from tests.adapters.store.everything import (
    DAY,
    POSTS,
    REQUEST,
    ROOM_POST,
    fill,
    notes,
    posted,
    read_all,
)
from tests.contracts.store.grounds import empty
from tests.contracts.store.people import HERE, LEA, MAX, a_request
from tests.fakes.clock import FakeClock

# What the keys of a request seal: those keys are wrapped anew, and it stays as it is.
STAYS = {
    *("drafts.sealed", "drills.sealed", "messages.sealed", "pictures.data", "pictures.facts"),
    *("posts.handle of a request", "requests.identity", "requests.words", "bans.request"),
}


TABLES = """
SELECT current_setting('data_directory') || '/' || pg_relation_filepath(oid)
FROM pg_class WHERE relkind IN ('r', 't') AND relnamespace = 'public'::regnamespace
"""


class Killed(BaseException):
    """Stands for the end of the process."""


@dataclass
class Place:
    """A database and its keys."""

    url: str
    keys: Path
    clock: FakeClock = field(default_factory=FakeClock)
    opened: list[SqlStore] = field(default_factory=list)

    def vault(self) -> FileVault:
        return FileVault(self.keys, clock=self.clock)

    async def open(self, *, keys: Path | None = None) -> SqlStore:
        vault = FileVault(keys or self.keys, clock=self.clock)
        self.opened.append(SqlStore(create_engine(self.url), vault=vault, clock=self.clock))
        await self.opened[-1].begin()
        return self.opened[-1]

    async def close(self) -> None:
        while self.opened:
            await self.opened.pop().close()

    async def rotate(self, *, killed_after: int | None = None) -> int:
        await self.close()

        def advance(done: int, total: int | None) -> None:
            if killed_after is not None and done >= killed_after:
                raise Killed

        return await rotate(self.url, self.vault(), advance=advance)

    async def values(self) -> set[tuple[str, object]]:
        """Return every sealed value, wrapped key and digest, with the name of its column."""
        found = set()
        engine = create_engine(self.url)
        async with engine.connect() as connection:
            for table in metadata.tables.values():
                for row in (await connection.execute(select(table))).mappings():
                    for column in table.columns:
                        if isinstance(column.type, LargeBinary) or column.type is Digest:
                            name = f"{table.name}.{column.name}"
                            if name == "posts.handle" and _dies(row["recipient"]):
                                name += " of a request"
                            found.add((name, row[column.name]))
        await engine.dispose()
        return {(name, value) for name, value in found if value is not None}


def _dies(recipient: str) -> bool:
    return not recipient.startswith("room:")


@pytest.fixture(params=["sqlite", "postgresql"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'store.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres")
    await upgrade(url)
    if request.param == "postgresql":
        await empty(url)
    place = Place(url, tmp_path / "keys")
    await fill(await place.open(), place.clock)
    yield place
    await place.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_all_is_there_as_before(place: Place) -> None:
    before = await read_all(await place.open(), place.clock)
    assert all(before.values())
    assert await place.rotate() == 2
    store = await place.open()
    assert await read_all(store, place.clock) == before
    async with store.uow() as unit:
        assert (
            await unit.limits.hit(HERE, LEA, "request", place.clock.now() - DAY, place.clock.now())
            == 2
        )
        assert not await unit.notices.invite_once(HERE, MAX, place.clock.now() + DAY)


async def test_it_can_be_done_again_and_again(place: Place) -> None:
    before = await read_all(await place.open(), place.clock)
    for generation in (2, 3, 4):
        assert await place.rotate() == generation
    assert await read_all(await place.open(), place.clock) == before


async def test_posts_are_found_again(place: Place) -> None:
    await place.rotate()
    queued = await posted(await place.open(), place.clock, Urgency.WEEK)
    assert {each.delivery.recipient: each.handle for each in queued} == {
        each.recipient: f"handle of {each.recipient}" for each in (*POSTS, ROOM_POST)
    }


async def test_nothing_is_left_that_the_old_keys_made(place: Place) -> None:
    """A table that is forgotten in the steps is found here: its values stay as they are."""
    before = await place.values()
    assert {name for name, _ in before} > STAYS
    await place.rotate()
    left = before & await place.values()
    assert {name for name, _ in left} == STAYS


async def test_the_old_keys_alone_open_nothing(place: Place, tmp_path: Path) -> None:
    await place.close()
    shutil.copytree(place.keys, tmp_path / "copied")
    await place.rotate()
    with pytest.raises(WrongKeys):
        await place.open(keys=tmp_path / "copied")
    assert await examine(place.url, tmp_path / "copied", clock=place.clock) is Health.KEYLESS
    old, new = (
        [path.read_bytes() for path in folder.glob(f"*-2026-W10{end}.key")]
        for folder, end in ((tmp_path / "copied", ""), (place.keys, ".2"))
    )
    assert len(old) == len(new) == 2
    assert opened_by(old, await place.values()) == []
    assert len(opened_by(new, await place.values())) > 4
    thief = FileVault(tmp_path / "copied", clock=place.clock)
    known = {thief.pseudonym("block", HERE, LEA.platform, LEA.space, LEA.user)}
    known |= set(thief.passing_pseudonyms("identity", "requester", HERE, *_parts(LEA)))
    assert known & {value for _, value in await place.values()} == set()


def opened_by(keys: Sequence[bytes], values: set[tuple[str, object]]) -> list[str]:
    """Return the columns of which some key opens something, bound as it is."""
    found = []
    for name, value in values:
        week, _, wrapped = value.partition(b":") if isinstance(value, bytes) else (b"", b"", b"")
        for key in keys if name.endswith("_key") else ():
            with suppress(InvalidTag):
                AESGCM(key).decrypt(wrapped[:12], wrapped[12:], week)
                found.append(name)
    return found


def _parts(who: Address) -> tuple[str, str, str]:
    return who.platform, who.space, who.user


# --- cut short ------------------------------------------------------------------------


@pytest.mark.parametrize("after", [1, 5, 14, 18])
async def test_killed_in_the_middle_it_goes_on_with_the_old_keys_until_it_is_done(
    place: Place, after: int
) -> None:
    before, values = await read_all(await place.open(), place.clock), await place.values()
    with pytest.raises(Killed):
        await place.rotate(killed_after=after)
    assert await place.values() == values
    assert await examine(place.url, place.keys, clock=place.clock) is Health.BEHIND
    assert await read_all(await place.open(), place.clock) == before
    assert await place.rotate() == 2
    assert await examine(place.url, place.keys, clock=place.clock) is Health.WELL
    assert await read_all(await place.open(), place.clock) == before


async def test_a_row_that_was_tampered_with_changes_nothing(place: Place) -> None:
    await place.close()
    engine = create_engine(place.url)
    async with engine.begin() as connection:
        await connection.execute(update(metadata.tables["posts"]).values(handle=b"tampered"))
    await engine.dispose()
    values = await place.values()
    with pytest.raises(BrokenSeal):
        await place.rotate()
    assert await place.values() == values


async def test_without_its_keys_it_changes_nothing(place: Place) -> None:
    await place.close()
    values = await place.values()
    (place.keys / "standing.key").unlink()
    with pytest.raises(WrongKeys):
        await place.rotate()
    assert await place.values() == values
    assert not {"standing.key", "standing.2.key"} & set(names(place.keys))


async def test_no_file_keeps_what_the_old_keys_wrapped(place: Place) -> None:
    """Neither the log of SQLite nor the dead rows of PostgreSQL."""
    await place.close()
    before = [v for n, v in await place.values() if n.endswith("_key") and isinstance(v, bytes)]
    assert len(before) > 4
    assert found_in(await files(place), before) == before
    await place.rotate()
    assert found_in(await files(place), before) == []


def found_in(content: bytes, values: Sequence[bytes]) -> list[bytes]:
    return [each for each in values if each in content]


async def files(place: Place) -> bytes:
    """Return every byte of the database's files."""
    if place.url.startswith("sqlite"):
        return _bytes(place.keys.parent.glob("store.db*"))
    engine = create_engine(place.url)
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("CHECKPOINT"))
        paths = [Path(path) for path in (await connection.execute(text(TABLES))).scalars()]
    await engine.dispose()
    return _bytes(paths)


def _bytes(paths: Iterable[Path]) -> bytes:
    return b"".join(path.read_bytes() for path in paths)


async def test_a_server_that_others_use_is_left_alone(place: Place) -> None:
    if place.url.startswith("sqlite"):
        pytest.skip("the lock on the key folder is enough where there is one machine")
    worker = await place.open()
    async with worker.uow() as unit:
        await unit.requests.get(REQUEST)
        with pytest.raises(Occupied):
            await rotate(place.url, place.vault(), advance=lambda *_: None)


# --- what is erased stays so --------------------------------------------------------------


async def test_what_was_erased_before_and_after_stays_so(place: Place, tmp_path: Path) -> None:
    """Though a backup of before, with the keys of then, brings both back."""
    store = await place.open()
    async with store.uow() as unit:
        await unit.requests.add(a_request("second", state=State.OPEN, code_name="loutre-2"))
        await unit.requests.add(a_request("third", state=State.OPEN, code_name="loutre-3"))
        await unit.commit()
    saved = await dump(place)
    await erase(store, "request")
    await place.rotate()
    await erase(await place.open(), "second")
    await place.close()
    lines = (place.keys / "erased").read_text().split()
    assert [line[:2] for line in lines] == ["2:", "2:"]
    await restore(place, saved)
    store = await place.open()
    assert store.vault.generation == 1
    async with store.uow() as unit:
        assert [each.id for each in await unit.requests.of(HERE, LEA)] == ["third"]
    assert await place.rotate() == 2
    async with (await place.open()).uow() as unit:
        assert [each.id for each in await unit.requests.of(HERE, LEA)] == ["third"]


async def test_without_the_pepper_of_its_erasures_a_store_does_not_open(place: Place) -> None:
    """It could not tell what may not come back."""
    saved = await dump(place)
    await erase(await place.open(), "request")
    await place.rotate()
    await restore(place, saved)
    (place.keys / "pepper.2.key").unlink()
    with pytest.raises(WrongKeys, match="pepper"):
        await place.open()
    assert "pepper.2.key" not in names(place.keys)


async def test_an_old_backup_closes_with_its_weeks(place: Place) -> None:
    """Old keys of a week stay for the backups of then, and go with the week."""
    saved = await dump(place)
    await place.rotate()
    assert "words-2026-W10.key" in names(place.keys)
    assert "words-2026-W10.2.key" in names(place.keys)
    store = await place.open()
    await erase(store, "request")
    async with store.uow() as unit:
        await unit.drills.remove("drill")  # type: ignore[arg-type]
        await unit.commit()
    place.clock.advance(days=15)
    await store.sweep()
    assert [name for name in names(place.keys) if "W10" in name] == []
    await place.close()
    (place.keys / "erased").unlink()
    await restore(place, saved)
    async with (await place.open()).uow() as unit:
        with pytest.raises(NotFound):
            await unit.requests.get(REQUEST)
        assert await unit.requests.of(HERE, LEA) == []


async def test_who_lost_their_requester_is_not_found_again(place: Place) -> None:
    store = await place.open()
    async with store.uow() as unit:
        request = await unit.requests.get(REQUEST)
        request.requester = NOBODY
        await unit.requests.save(request)
        await unit.commit()
    await place.rotate()
    async with (await place.open()).uow() as unit:
        assert (await unit.requests.get(REQUEST)).requester == NOBODY
        assert await unit.requests.of(HERE, LEA) == []


async def test_what_cannot_be_opened_any_more_stays_so(place: Place) -> None:
    await place.close()
    for key in place.keys.glob("*-2026-W10.key"):
        key.unlink()
    await place.rotate()
    store = await place.open()
    async with store.uow() as unit:
        with pytest.raises(NotFound):
            await unit.requests.get(REQUEST)
        assert (await unit.blocks.blocked_among(HERE, [LEA], place.clock.now())) == {LEA}
    assert await notes(store, place.clock).uploads(REQUEST)


# --- backups of a database, by hand -------------------------------------------------------


async def dump(place: Place) -> dict[str, list[dict[str, object]]]:
    engine = create_engine(place.url)
    async with engine.connect() as connection:
        saved = {
            table.name: [dict(row) for row in (await connection.execute(select(table))).mappings()]
            for table in metadata.sorted_tables
        }
    await engine.dispose()
    return saved


async def restore(place: Place, saved: dict[str, list[dict[str, object]]]) -> None:
    await place.close()
    engine = create_engine(place.url)
    async with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            await connection.execute(table.delete())
        for table in metadata.sorted_tables:
            if saved[table.name]:
                await connection.execute(table.insert(), saved[table.name])
    await engine.dispose()


async def erase(store: SqlStore, request: str) -> None:
    async with store.uow() as unit:
        await unit.requests.erase(request)  # type: ignore[arg-type]
        await unit.commit()
