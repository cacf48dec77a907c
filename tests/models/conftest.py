"""Databases without tables, of both kinds."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from models.engine import create_engine
from tests import databases


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    if request.param == "sqlite":
        yield databases.sqlite_url(tmp_path / "test.db")
        return
    folder: Path = request.getfixturevalue("postgres_folder")
    name = f"test_{uuid4().hex}"
    await databases.on_server(folder, f"CREATE DATABASE {name}")
    yield databases.postgres_url(folder, name)
    await databases.on_server(folder, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = create_engine(database_url)
    yield engine
    await engine.dispose()
