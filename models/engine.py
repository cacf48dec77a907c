"""The engine: SQLite set so that a receipt survives a power cut, or PostgreSQL."""

import asyncio
from functools import lru_cache
from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic
from typing import Any, cast

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.util import await_only

from models import sqlite_driver

# Why each one: docs/decisions/0003-sqlite-settings.md
SQLITE_PRAGMAS = (
    "PRAGMA busy_timeout=10000",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)
WAL_PATIENCE = 10.0  # seconds


def create_engine(url: str) -> AsyncEngine:
    """An engine for `sqlite:///path` or `postgresql://...`; the drivers need not be named."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed.set(drivername="sqlite+aiosqlite"))
    return create_async_engine(
        parsed.set(drivername="postgresql+asyncpg"),
        pool_pre_ping=True,
        pool_size=10,
        hide_parameters=True,  # an error that is printed must not quote a letter
    )


def _sqlite(url: URL) -> AsyncEngine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        url, connect_args={"async_creator_fn": sqlite_driver.connect}, hide_parameters=True
    )
    event.listen(engine.sync_engine, "connect", _on_connect)
    event.listen(engine.sync_engine, "begin", _on_begin)
    return engine


def _on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # The driver must not open transactions of its own: it would begin them deferred.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(pragma)
    _turn_wal_on(cursor)
    cursor.close()
    cast("Any", connection).create_function("translate", 3, _translate, deterministic=True)


def _translate(text: str | None, source: str, target: str) -> str | None:
    """As in PostgreSQL: SQLite's own LOWER knows Latin letters only."""
    return None if text is None else text.translate(_table(source, target))


@lru_cache
def _table(source: str, target: str) -> dict[int, int]:
    return str.maketrans(source, target)


def _turn_wal_on(cursor: DBAPICursor) -> None:
    """Needed once in a file's life; asked again as long as another process is just doing the same.

    SQLite refuses this one at once, without the busy timeout.
    """
    give_up_at = monotonic() + WAL_PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except OperationalError:
            if monotonic() > give_up_at:
                raise
            await_only(asyncio.sleep(0.02))
        else:
            return


def _on_begin(connection: Connection) -> None:
    # A write lock taken at once: "read, then write" can neither lose an update nor fail half-way.
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
