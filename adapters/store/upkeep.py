"""The upkeep of a store: are these its keys, and what may be forgotten for good."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, insert, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.store import erasure
from adapters.store.schema import (
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
from bot.domain.ids import RequestId
from bot.domain.policy import State
from bot.ports.clock import Clock
from bot.ports.vault import WrappedKey

_KEYS = "keys"
TRAIL_KEPT = timedelta(days=366)


class WrongKeys(Exception):
    """The key folder is not the one that this database was written with."""


async def check_keys(db: Transaction, vault: FileVault) -> None:
    """Raise ``WrongKeys`` unless these keys sealed this database (the first time, seal it)."""
    standing, digest = vault.standing_key(), vault.pseudonym("seal", _KEYS).encode()
    row = await db.locked(select(seals.c.sealed).where(seals.c.name == _KEYS))
    if row is None:
        sealed = vault.seal(standing, digest, f"seals:{_KEYS}")
        await db.write(insert(seals).values(name=_KEYS, sealed=sealed))
        await db.commit()
        return
    try:
        known = vault.open(standing, row["sealed"], f"seals:{_KEYS}")
    except BrokenSeal as error:
        raise WrongKeys("standing") from error
    if known != digest:
        raise WrongKeys("pepper")


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
    if back:
        await db.commit()


async def epochs_in_use(db: Transaction) -> set[str]:
    """Name the weekly keys that something is still sealed with."""
    columns = (
        requests.c.words_key,
        requests.c.identity_key,
        kept.c.words_key,
        drills.c.words_key,
    )
    found: set[str] = set()
    for column in columns:
        rows = await db.rows(select(column.label("key")).where(column.is_not(None)))
        found |= {epoch_of(WrappedKey(row["key"])) for row in rows}
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
