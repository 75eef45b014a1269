"""The upkeep of a store: are these its keys, and what may be forgotten for good."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.store import erasure
from adapters.store.generations import generation_of, named
from adapters.store.journal import write_down
from adapters.store.schema import (
    accounts,
    bans,
    blocks,
    deliveries,
    drills,
    events,
    kept,
    limits,
    notices,
    posts,
    requests,
    seals,
    trail,
)
from adapters.store.transaction import Transaction
from adapters.store.vault import BrokenSeal, FileVault, epoch_of
from bot.domain.events import RequestErased
from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.policy import State
from bot.ports.clock import Clock
from bot.ports.vault import WrappedKey

_KEYS = "keys"
TRAIL_KEPT = timedelta(days=366)


class WrongKeys(Exception):
    """The key folder is not the one that this database was written with."""


class MissingKeys(WrongKeys):
    """Keys that this database needs are not in the key folder."""


async def check_keys(db: Transaction, vault: FileVault) -> None:
    """Use the generation of keys that sealed this database (the first time, seal it).

    Raises ``WrongKeys`` when it is not in the key folder.
    """
    row = await db.locked(select(seals).where(_is_of_keys()).with_for_update())
    if row is None:
        vault.use(vault.newest)
        vault.make()
        await db.write(insert(seals).values(seal_of_keys(vault)))
        await db.commit()
        return
    vault.use(generation_of(row["name"]))
    if missing := vault.missing():
        raise MissingKeys(missing)
    try:
        known = vault.open(vault.standing_key(), row["sealed"], f"seals:{row['name']}")
    except BrokenSeal as error:
        raise WrongKeys("standing") from error
    if known != _proof(vault):
        raise WrongKeys("pepper")


async def replace_seal(db: Transaction, vault: FileVault) -> None:
    """Say that the database is sealed with this vault's generation of keys."""
    await db.write(update(seals).where(_is_of_keys()).values(seal_of_keys(vault)))


def seal_of_keys(vault: FileVault) -> Mapping[str, object]:
    """Return the row that names a generation, and that no other keys can have written."""
    name = named(_KEYS, vault.generation)
    return {
        "name": name,
        "sealed": vault.seal(vault.standing_key(), _proof(vault), f"seals:{name}"),
    }


def _proof(vault: FileVault) -> bytes:
    return vault.pseudonym("seal", _KEYS).encode()


def _is_of_keys() -> ColumnElement[bool]:
    return seals.c.name.startswith(_KEYS)


async def forget_what_passed(db: Transaction, clock: Clock) -> None:
    """Delete what no longer serves: blocks and values that ended, counts of past days."""
    now = clock.now()
    await db.write(delete(bans).where(bans.c.until <= now))
    await db.write(delete(blocks).where(blocks.c.until <= now))
    await db.write(delete(kept).where(kept.c.expires_on < now.date()))
    await db.write(delete(limits).where(limits.c.last_on < now.date() - timedelta(days=1)))
    await db.write(delete(notices).where(notices.c.on < now.date() - timedelta(days=7)))
    await db.write(delete(trail).where(trail.c.at < now - TRAIL_KEPT))
    await db.write(delete(posts).where(_leads_nowhere()))
    await db.commit()


async def erase_again(db: Transaction, vault: FileVault) -> None:
    """Erase what a backup brought back; what is being erased just now goes its own way."""
    there = select(requests.c.id).where(requests.c.state != State.ERASED.value)
    back = vault.erased_of([row["id"] for row in await db.rows(there)])
    for request in back:
        for statement in erasure.of(RequestId(request)):
            await db.write(statement)
    played = vault.erased_of([row["id"] for row in await db.rows(select(drills.c.id))])
    if played:
        await db.write(delete(drills).where(drills.c.id.in_(played)))
    if back or played:
        await db.commit()


async def mentors_back(db: Transaction, vault: FileVault) -> Sequence[MentorId]:
    """Return who erased their profile, and has an account again that leads to it."""
    reachable = await db.rows(select(accounts.c.mentor).distinct())
    return [MentorId(each) for each in vault.erased_of([row["mentor"] for row in reachable])]


async def lost(db: Transaction, vault: FileVault) -> Sequence[RequestErased]:
    """Return what it is to give up the requests that nobody can open any more.

    Weekly keys are in no backup: on another machine, what was going on is lost, while what
    shows of it in public is still there.
    """
    known = select(requests.c.id, requests.c.community, requests.c.words_key)
    return [
        RequestErased(CommunityId(row["community"]), RequestId(row["id"]))
        for row in await db.rows(known.order_by(requests.c.position))
        if vault.lacks(WrappedKey(row["words_key"]))
    ]


async def give_up(db: Transaction, gone: Sequence[RequestErased]) -> None:
    """Erase these; what shows of them in public is taken down once somebody delivers."""
    for event in gone:
        for statement in erasure.of(event.request):
            await db.write(statement)
    await write_down(db, gone)
    await db.commit()


async def epochs_in_use(db: Transaction) -> Mapping[str, int]:
    """Name the weekly keys that something is still sealed with, and count what each wraps."""
    columns = (
        requests.c.words_key,
        requests.c.identity_key,
        kept.c.words_key,
        drills.c.words_key,
    )
    found: Counter[str] = Counter()
    for column in columns:
        rows = await db.rows(select(column.label("key")).where(column.is_not(None)))
        found.update(epoch_of(WrappedKey(row["key"])) for row in rows)
    return found


async def empty_wal(engine: AsyncEngine) -> None:
    """Empty SQLite's write-ahead log, which still holds what was deleted."""
    async with engine.connect() as connection:
        await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _leads_nowhere() -> ColumnElement[bool]:
    """Find posts of requests that were erased, once nothing is left to take down."""
    return and_(
        posts.c.request.is_not(None),
        ~exists().where(requests.c.id == posts.c.request),
        ~exists().where(deliveries.c.request == posts.c.request),
        ~exists().where(events.c.lane == posts.c.request),
    )
