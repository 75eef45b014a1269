"""Says whether a database answers, has all its tables and goes with its keys; makes no key."""

from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from adapters.store.engine import create_engine
from adapters.store.migrations import is_up_to_date
from adapters.store.schema import seals
from adapters.store.transaction import Transaction
from adapters.store.upkeep import MissingKeys, WrongKeys, check_keys
from adapters.store.vault import FileVault
from bot.ports.clock import Clock


class Health(StrEnum):
    """How a store is."""

    SILENT = "silent"  # no answer from the database
    OLD = "old"  # tables are missing, or of an older version
    FRESH = "fresh"  # nothing was sealed yet
    KEYLESS = "keyless"  # something is sealed, and there are no keys
    WRONG_KEYS = "wrong-keys"
    BEHIND = "behind"  # there are newer keys than those that it is sealed with
    WELL = "well"


async def examine(url: str, keys: Path, *, clock: Clock) -> Health:
    """Return how the store at this address is, with the keys of this folder."""
    try:
        if not await is_up_to_date(url):
            return Health.OLD
        return await _examine_keys(url, keys, clock)
    except (SQLAlchemyError, OSError):
        return Health.SILENT


async def _examine_keys(url: str, keys: Path, clock: Clock) -> Health:
    engine = create_engine(url)
    try:
        async with Transaction(engine, None) as db:
            if not await db.rows(select(seals.c.name)):
                return Health.FRESH
            if not _has_keys(keys):
                return Health.KEYLESS
            await check_keys(db, vault := FileVault(keys, clock=clock))
    except MissingKeys:
        return Health.KEYLESS
    except WrongKeys:
        return Health.WRONG_KEYS
    finally:
        await engine.dispose()
    return Health.WELL if vault.generation == vault.newest else Health.BEHIND


def _has_keys(folder: Path) -> bool:
    return any(folder.glob("*.key"))
