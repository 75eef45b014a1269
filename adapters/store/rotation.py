"""Changes the keys of a database: all that is sealed is sealed anew, in one transaction."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence

from sqlalchemy import and_, bindparam, func, select, text, tuple_, update

from adapters.store.engine import APPLICATION, Engine, create_engine, is_sqlite
from adapters.store.occupied import Occupied
from adapters.store.once import Row
from adapters.store.renewal import STEPS, Renewal, Step
from adapters.store.schema import seals
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn
from adapters.store.upkeep import check_keys, empty_wal, replace_seal
from adapters.store.vault import FileVault

Advance = Callable[[int, int | None], None]

_AT_ONCE = 500
_PATIENCE_S, _PAUSE_S = 3.0, 0.1  # for a connection that is just being closed


async def rotate(url: str, vault: FileVault, *, to: int | None = None, advance: Advance) -> int:
    """Move a database to newer keys, wholly or not at all; return their generation.

    Without ``to``, it is the newest generation that was begun, or else one after it. To be
    called by who is alone with the keys. Raises ``WrongKeys``, ``BrokenSeal``, or
    ``Occupied`` when others are connected to the database.
    """
    engine = create_engine(url)
    try:
        await _refuse_company(engine)
        async with Transaction(engine, Turn() if is_sqlite(url) else None) as db:
            await check_keys(db, vault)  # and let nobody begin until the end
            new = vault.at(to or max(vault.newest, vault.generation + 1))
            new.make()
            await _renew_all(db, Renewal(vault, new), advance)
            await replace_seal(db, new)
            await db.commit()
        new.blind_erased()
        await (empty_wal(engine) if is_sqlite(url) else _forget_dead_rows(engine))
    finally:
        await engine.dispose()
    return new.generation


async def _refuse_company(engine: Engine) -> None:
    """Raise ``Occupied`` when a process of ours, on whichever machine, works with a server."""
    if engine.dialect.name == "sqlite":
        return
    ours = text(
        "SELECT count(*) AS number FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        " AND datname = current_database() AND application_name = :name"
    ).bindparams(name=APPLICATION)
    for _ in range(round(_PATIENCE_S / _PAUSE_S)):
        async with Transaction(engine, None) as db:
            [found] = await db.rows(ours)
        if found["number"] == 0:
            return
        await asyncio.sleep(_PAUSE_S)
    raise Occupied


async def _forget_dead_rows(engine: Engine) -> None:
    """Let a server write its tables anew: rows as they were hold what the old keys wrapped."""
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        for table in (*(step.table for step in STEPS), seals):
            await connection.execute(text(f"VACUUM (FULL) {table.name}"))


async def _renew_all(db: Transaction, keys: Renewal, advance: Advance) -> None:
    total, done = sum([await _size(db, step) for step in STEPS]), 0
    for step in STEPS:
        async for rows in _pages(db, step):
            await _renew(db, keys, step, rows)
            done += len(rows)
            advance(done, total)


async def _renew(db: Transaction, keys: Renewal, step: Step, rows: Sequence[Row]) -> None:
    names = [column.name for column in step.table.primary_key]
    same = and_(*(step.table.c[name] == bindparam(f"was_{name}") for name in names))
    changes = [
        {**{f"was_{name}": row[name] for name in names}, **step.change(keys, row)} for row in rows
    ]
    await db.write(update(step.table).where(same), *changes)


async def _size(db: Transaction, step: Step) -> int:
    [found] = await db.rows(select(func.count().label("size")).select_from(step.rows.subquery()))
    return int(found["size"])


async def _pages(db: Transaction, step: Step) -> AsyncIterator[Sequence[Row]]:
    """Yield a table's rows as they were before, though what names them may change meanwhile."""
    key = tuple(step.table.primary_key)
    names = [tuple(row.values()) for row in await db.rows(step.rows.with_only_columns(*key))]
    for start in range(0, len(names), _AT_ONCE):
        yield await db.rows(step.rows.where(tuple_(*key).in_(names[start : start + _AT_ONCE])))
