"""A database with the shipped data; both kinds in turn."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.clock import FrozenClock
from bot.database import create_database
from bot.settings import Settings
from services.unit_of_work import Database


@pytest.fixture
async def loaded(loaded_url: str) -> AsyncIterator[Database]:
    settings = Settings.model_validate({"database_url": loaded_url})
    database = create_database(settings, FrozenClock(datetime(2026, 11, 24, 5, 0, tzinfo=UTC)))
    yield database
    await database.engine.dispose()
