"""Databases for tests: each gets its own, copied from one that has its schema and data already."""

import asyncio
import shutil
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg

from bot.clock import Clock
from bot.database import create_database
from bot.settings import Settings
from bot.start_up import prepare_database

TEMPLATE = "template_with_data"


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


def postgres_url(folder: Path, name: str) -> str:
    return f"postgresql://postgres@/{name}?host={folder}"


async def prepare(url: str) -> None:
    """Schema and shipped data."""
    settings = Settings.model_validate({"database_url": url})
    database = create_database(settings, Clock())
    await prepare_database(database, settings)
    await database.engine.dispose()


def _run(work: Coroutine[Any, Any, None]) -> None:
    """In a thread of its own: the fixture of a session may be asked for inside a test's loop."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def sqlite_template(folder: Path) -> Path:
    path = folder / "template.db"
    _run(prepare(sqlite_url(path)))
    return path


def sqlite_copy(template: Path, folder: Path) -> str:
    path = folder / "bot.db"
    shutil.copy(template, path)
    return sqlite_url(path)


async def on_server(folder: Path, command: str) -> None:
    connection = await asyncpg.connect(user="postgres", host=str(folder), database="postgres")
    try:
        await connection.execute(command)
    finally:
        await connection.close()


def postgres_template(folder: Path) -> str:
    async def make() -> None:
        await on_server(folder, "ALTER SYSTEM SET fsync = off")
        await on_server(folder, "SELECT pg_reload_conf()")
        await on_server(folder, f"CREATE DATABASE {TEMPLATE}")
        await prepare(postgres_url(folder, TEMPLATE))

    _run(make())
    return TEMPLATE


async def postgres_copy(folder: Path, template: str) -> str:
    """The name of a new database."""
    name = f"test_{uuid4().hex}"
    await on_server(folder, f"CREATE DATABASE {name} TEMPLATE {template}")
    return name
