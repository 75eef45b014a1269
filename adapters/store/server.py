"""What a database says of itself: its version, its tables, its clock."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from adapters.store.engine import create_engine
from adapters.store.migrations import revision


@dataclass(frozen=True, slots=True)
class Server:
    """``now`` is None where the database has no clock of its own; no ``revision``, no tables."""

    version: str
    revision: str | None
    now: datetime | None


async def ask(url: str) -> Server | None:
    """Return what the database says; None when it is silent."""
    engine = create_engine(url)
    name, query = ("SQLite", "SELECT sqlite_version()")
    if engine.dialect.name == "postgresql":
        name, query = ("PostgreSQL", "SELECT current_setting('server_version')")
    try:
        async with engine.connect() as connection:
            version = str((await connection.execute(text(query))).scalar_one()).split()[0]
            tables = await connection.run_sync(revision)
            now = None
            if name == "PostgreSQL":
                now = (await connection.execute(text("SELECT clock_timestamp()"))).scalar_one()
    except (SQLAlchemyError, OSError):
        return None
    finally:
        await engine.dispose()
    return Server(f"{name} {version}", tables, now)
