"""A database with the shipped data, and one with the schema only; both on SQLite and PostgreSQL."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from bot.clock import FrozenClock
from bot.database import create_database
from bot.settings import Settings
from models.schema import upgrade
from services.unit_of_work import Database
from tests import databases

NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


async def opened(url: str) -> AsyncIterator[Database]:
    database = create_database(Settings.model_validate({"database_url": url}), FrozenClock(NOW))
    await upgrade(database.engine)
    yield database
    await database.engine.dispose()


@pytest.fixture
async def loaded(loaded_url: str) -> AsyncIterator[Database]:
    async for database in opened(loaded_url):
        yield database


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    if request.param == "sqlite":
        async for database in opened(databases.sqlite_url(tmp_path / "test.db")):
            yield database
        return
    folder: Path = request.getfixturevalue("postgres_folder")
    name = f"test_{uuid4().hex}"
    await databases.on_server(folder, f"CREATE DATABASE {name}")
    async for database in opened(databases.postgres_url(folder, name)):
        yield database
    await databases.on_server(folder, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def plain(tmp_path: Path) -> AsyncIterator[Database]:
    """On SQLite alone, for what never comes to the database."""
    async for database in opened(databases.sqlite_url(tmp_path / "test.db")):
        yield database
