"""What the engine promises about SQLite, and what columns do with moments."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from models.deputies import PersonSpelling
from models.engine import create_engine
from models.schema import upgrade
from models.users import User

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=5)))


async def test_every_pooled_connection_has_the_pragmas(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'new' / 'test.db'}")
    reading = engine.execution_options(reading=True)
    connections = [await reading.connect() for _ in range(5)]
    for connection in connections:
        values = [
            (await connection.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
        assert values == ["wal", 2, 1, 10000]
    for connection in connections:
        await connection.close()
    await engine.dispose()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_thirty_that_read_add_one_and_write_end_at_thirty(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE counter (value INTEGER)"))
        await connection.execute(text("INSERT INTO counter VALUES (0)"))

    async def add_one() -> None:
        async with engine.begin() as connection:
            value = (await connection.execute(text("SELECT value FROM counter"))).scalar_one()
            await asyncio.sleep(0)
            await connection.execute(
                text("UPDATE counter SET value = :value"), {"value": value + 1}
            )

    await asyncio.gather(*(add_one() for _ in range(30)))
    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT value FROM counter"))).scalar_one() == 30


async def test_a_reader_is_not_held_up_by_a_writer(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'test.db'}")
    async with engine.begin() as writer:
        await writer.execute(text("CREATE TABLE half (id INTEGER)"))
        async with asyncio.timeout(2), engine.execution_options(reading=True).begin() as reader:
            found = await reader.execute(text("SELECT count(*) FROM sqlite_master"))
            assert found.scalar_one() == 0
    await engine.dispose()


async def test_a_moment_comes_back_aware_and_the_same(engine: AsyncEngine) -> None:
    await upgrade(engine)
    async with AsyncSession(engine) as session, session.begin():
        session.add(User(telegram_id=7_000_000_000, language="kk", created_at=NOON))
    async with AsyncSession(engine) as session:
        found = (await session.scalars(select(User))).one()
        assert found.created_at == NOON
        assert found.created_at.utcoffset() == UTC.utcoffset(None)


async def test_a_moment_without_a_zone_is_refused(engine: AsyncEngine) -> None:
    await upgrade(engine)
    async with AsyncSession(engine) as session:
        session.add(User(telegram_id=1, language="kk", created_at=NOON.replace(tzinfo=None)))
        with pytest.raises(StatementError, match="time zone"):
            await session.flush()


async def test_a_row_that_points_nowhere_is_refused(engine: AsyncEngine) -> None:
    await upgrade(engine)
    async with AsyncSession(engine) as session:
        session.add(PersonSpelling(person_id=99, spelling="x"))
        with pytest.raises(IntegrityError):
            await session.flush()


async def test_an_error_does_not_quote_what_was_written(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        with pytest.raises(DBAPIError) as refused:
            await connection.execute(text("SELECT :letter FROM nowhere"), {"letter": "CANARY"})
    assert "nowhere" in str(refused.value)
    assert "CANARY" not in str(refused.value)
