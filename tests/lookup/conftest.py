"""The shipped directory for tests of the services: a database of each test's own, one cache."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import FrozenClock
from bot.database import create_database
from bot.settings import Settings
from domain.roles import Actor
from services import people
from services.lookup_cache import LookupCache
from services.unit_of_work import UnitOfWork
from tests.databases import sqlite_copy
from tests.world import MORNING


@pytest.fixture(scope="session")
def cache() -> LookupCache:
    return LookupCache()


@pytest.fixture
async def uow(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[UnitOfWork]:
    settings = Settings.model_validate({"database_url": sqlite_copy(sqlite_template, tmp_path)})
    database = create_database(settings, FrozenClock(MORNING))
    async with database.write() as found:
        yield found
    await database.engine.dispose()


@pytest.fixture
async def actor(uow: UnitOfWork) -> Actor:
    return await people.actor_of(uow, 5, "en")
