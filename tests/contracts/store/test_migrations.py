"""The steps lead to the schema, on each database, and back."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect, text
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.store.engine import create_engine
from adapters.store.migrations import config, is_up_to_date, upgrade
from adapters.store.schema import metadata


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """Yield an empty database."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'store.db'}"
        return
    server = create_engine(request.getfixturevalue("postgres"))
    async with server.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("DROP DATABASE IF EXISTS steps WITH (FORCE)"))
        await connection.execute(text("CREATE DATABASE steps"))
    yield server.url.set(database="steps").render_as_string(hide_password=False)
    await server.dispose()


@pytest.fixture
async def engine(url: str) -> AsyncIterator[AsyncEngine]:
    engine = create_engine(url)
    yield engine
    await engine.dispose()


async def test_the_steps_lead_to_the_schema(url: str, engine: AsyncEngine) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, metadata))

    await upgrade(url)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_what_a_comparison_does_not_see_is_the_same_too(
    url: str, engine: AsyncEngine
) -> None:
    """Checks, and what happens to the children of a row that is deleted."""

    def checks(connection: Connection) -> set[str | None]:
        found = inspect(connection)
        return {
            check["name"]
            for table in metadata.tables
            for check in found.get_check_constraints(table)
        }

    def cascades(connection: Connection) -> set[str]:
        found = inspect(connection)
        return {
            f"{table}.{key['constrained_columns'][0]} {key['options'].get('ondelete')}"
            for table in metadata.tables
            for key in found.get_foreign_keys(table)
        }

    await upgrade(url)
    async with engine.connect() as connection:
        assert await connection.run_sync(checks) == {
            constraint.name
            for table in metadata.tables.values()
            for constraint in table.constraints
            if isinstance(constraint, CheckConstraint)
        }
        assert await connection.run_sync(cascades) == {
            f"{table.name}.{key.parent.name} {key.ondelete}"
            for table in metadata.tables.values()
            for key in table.foreign_keys
        }


async def test_upgrading_twice_is_upgrading_once(url: str) -> None:
    assert not await is_up_to_date(url)
    await upgrade(url)
    await upgrade(url)
    assert await is_up_to_date(url)


async def test_the_steps_lead_back_to_nothing(url: str, engine: AsyncEngine) -> None:
    def downgrade(connection: Connection) -> None:
        steps = config()
        steps.attributes["connection"] = connection
        command.downgrade(steps, "base")

    await upgrade(url)
    async with engine.begin() as connection:
        await connection.run_sync(downgrade)
        left = await connection.run_sync(lambda c: inspect(c).get_table_names())
    assert left == ["alembic_version"]
