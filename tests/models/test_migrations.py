"""Migrations lead to exactly what the models say, and back, on both databases."""

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from models import Base
from models.engine import create_engine
from models.schema import MIGRATIONS, SchemaBroken, current_is_head, downgrade, migrating, upgrade

REVISIONS = [
    script.revision for script in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))
]


async def tables(engine: AsyncEngine) -> set[str]:
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    return set(names) - {"alembic_version"}


async def test_each_migration_goes_up_down_and_up_again(engine: AsyncEngine) -> None:
    for revision in REVISIONS:
        await upgrade(engine, revision)
        await downgrade(engine, "-1")
        await upgrade(engine, revision)
    assert await tables(engine) == set(Base.metadata.tables)
    await downgrade(engine, "base")
    assert await tables(engine) == set()


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


async def test_the_migrations_equal_the_models(engine: AsyncEngine) -> None:
    await upgrade(engine)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_only_a_full_schema_is_at_head(engine: AsyncEngine) -> None:
    assert not await current_is_head(engine)
    await upgrade(engine)
    assert await current_is_head(engine)


async def test_processes_that_start_together_migrate_once(database_url: str) -> None:
    engines = [create_engine(database_url) for _ in range(4)]
    await asyncio.gather(*(upgrade(engine) for engine in engines))
    assert await current_is_head(engines[0])
    for engine in engines:
        await engine.dispose()


async def test_a_migration_that_fails_leaves_nothing(engine: AsyncEngine) -> None:
    with pytest.raises(DBAPIError):  # noqa: PT012 - the second statement fails
        async with migrating(engine) as connection:
            await connection.execute(text("CREATE TABLE half (id INTEGER)"))
            await connection.execute(text("CREATE TABLE half (id INTEGER)"))
    assert await tables(engine) == set()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_rows_that_point_nowhere_stop_a_migration(engine: AsyncEngine) -> None:
    await upgrade(engine)
    with pytest.raises(SchemaBroken):
        async with migrating(engine) as connection:
            await connection.execute(
                text("INSERT INTO person_spellings (person_id, spelling) VALUES (99, 'x')")
            )
    async with engine.connect() as connection:
        assert (await connection.execute(text("PRAGMA foreign_keys"))).scalar() == 1
        assert (await connection.execute(text("SELECT * FROM person_spellings"))).first() is None


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_json_is_binary_and_moments_have_a_zone_on_postgresql(engine: AsyncEngine) -> None:
    await upgrade(engine)
    query = text(
        "SELECT DISTINCT data_type FROM information_schema.columns"
        " WHERE table_schema = 'public' AND column_name IN ('facts', 'due_at')"
    )
    async with engine.connect() as connection:
        found = {row[0] for row in await connection.execute(query)}
    assert found == {"jsonb", "timestamp with time zone"}
