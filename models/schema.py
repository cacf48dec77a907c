"""The schema: bring a database up to the newest migration, and ask whether it is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
_LOCK = 0x6465_7075_7461_74  # of PostgreSQL: processes that start together migrate one by one


class SchemaBroken(RuntimeError):
    """A migration left rows that point nowhere; nothing of it was committed."""


async def upgrade(engine: AsyncEngine, revision: str = "head") -> None:
    """All pending migrations in one transaction: either all of them or none."""
    async with migrating(engine) as connection:
        await connection.run_sync(lambda sync: command.upgrade(configuration(sync), revision))


async def downgrade(engine: AsyncEngine, revision: str) -> None:
    async with migrating(engine) as connection:
        await connection.run_sync(lambda sync: command.downgrade(configuration(sync), revision))


async def current_is_head(engine: AsyncEngine) -> bool:
    async with engine.execution_options(reading=True).connect() as connection:
        current = await connection.run_sync(
            lambda sync: MigrationContext.configure(sync).get_current_heads()
        )
    return set(current) == set(ScriptDirectory(str(MIGRATIONS)).get_heads())


def configuration(connection: Connection) -> Config:
    """Alembic's settings for this connection, without its ini file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@asynccontextmanager
async def migrating(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection in one transaction that is fit for changing tables."""
    if engine.dialect.name != "sqlite":
        async with engine.begin() as connection:
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            yield connection
        return
    async with engine.connect() as connection:
        # Changing a table on SQLite is copying and dropping it: with foreign keys on, the drop
        # would fail or cascade, and inside a transaction the pragma does nothing.
        await _pragma(connection, "foreign_keys=OFF")
        try:
            async with connection.begin():
                yield connection
                if (await connection.execute(text("PRAGMA foreign_key_check"))).first():
                    raise SchemaBroken
        finally:
            await _pragma(connection, "foreign_keys=ON")


async def _pragma(connection: AsyncConnection, setting: str) -> None:
    raw = (await connection.get_raw_connection()).driver_connection
    assert raw is not None  # noqa: S101 - a connection that is open has one
    await raw.execute(f"PRAGMA {setting}")
