"""A database with the shipped data, and a stand-in for Telegram that knows the bot's name."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import Sandbox
from tests import databases
from tests.commands.running import TOKEN


@pytest.fixture
def database(sqlite_template: Path, tmp_path: Path) -> str:
    return databases.sqlite_copy(sqlite_template, tmp_path)


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    found = Sandbox(token=TOKEN, bot_username="deputat_test_bot")
    await found.start()
    yield found
    await found.stop()
