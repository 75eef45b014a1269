"""What Alembic runs: on the connection that ``upgrade`` hands over, or on ``-x url=…``."""

import asyncio

from alembic import context
from sqlalchemy.engine import Connection

from adapters.store.engine import create_engine
from adapters.store.schema import metadata


def migrate(connection: Connection) -> None:
    """Run the steps that are missing, all or none."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,  # SQLite changes few things of a table that exists
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


async def migrate_at(url: str) -> None:
    """Open a database of one's own: for ``alembic revision --autogenerate``."""
    engine = create_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(migrate)
    await engine.dispose()


connection = context.config.attributes.get("connection")
if connection is not None:
    migrate(connection)
else:
    asyncio.run(migrate_at(context.get_x_argument(as_dictionary=True)["url"]))
