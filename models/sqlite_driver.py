"""aiosqlite that goes to its thread only where SQLite may have to wait.

A statement inside a transaction takes microseconds; handing it to a thread and back, four times for
each, cost more than everything else that an update needs together (docs/measurements.md). What may
wait for another process's lock or for the disk still runs beside the event loop: the beginning of a
transaction, its commit, its rollback, and whatever happens outside of one.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from sqlite3 import connect as sqlite_connect
from typing import Any

import aiosqlite

_NEVER_WAITS = {"cursor", "fetchall", "fetchone", "fetchmany"}
_MAY_WAIT = {"commit", "rollback"}


class Connection(aiosqlite.Connection):
    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Every call of aiosqlite to SQLite passes here."""
        sqlite = self._connection
        if sqlite is None or not self._running:
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        name = fn.__name__
        if name in _NEVER_WAITS or (sqlite.in_transaction and name not in _MAY_WAIT):
            return fn(*args, **kwargs)
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]


def connect(database: str | Path, **options: Any) -> Connection:
    """In place of `aiosqlite.connect`; the thread ends with the process."""
    options["check_same_thread"] = False  # both threads use it, never at the same time
    found = Connection(partial(sqlite_connect, database, **options), iter_chunk_size=64)
    found._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does with connections it makes
    return found
