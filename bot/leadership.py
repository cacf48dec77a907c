"""One process among several sends and ticks. On SQLite there is only one process."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from services.unit_of_work import Database

# Two numbers all processes agree on: locks of one number are those of chats (services/inbox.py).
LOCK = {"first": 0x6465_7075, "second": 0}
LOOK = 1.0  # seconds between looks


@dataclass
class Leadership:
    """A session lock of PostgreSQL: it is free the moment its holder dies."""

    database: Database
    _connection: AsyncConnection | None = field(default=None, repr=False)
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    async def lead(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Does the work for as long as this process leads, each time it does. Until cancelled."""
        while True:
            if await self.is_ours():
                await self._while_ours(asyncio.create_task(work()))
            await asyncio.sleep(LOOK)

    async def _while_ours(self, task: asyncio.Task[None]) -> None:
        try:
            while not task.done() and await self.is_ours():
                await asyncio.wait([task], timeout=LOOK)
        finally:
            task.cancel()
            await asyncio.wait([task])
        if not task.cancelled():
            task.result()

    async def is_ours(self) -> bool:
        """True when this process leads, now."""
        if self.database.is_sqlite:
            return True
        async with self._asking:  # the ticks ask as well
            try:
                return await self._hold()
            except Exception:  # noqa: BLE001 - drivers tell of an absent database in many ways
                await self.release()
                return False

    async def _hold(self) -> bool:
        if self._connection is None:
            connection = await self.database.engine.connect()
            connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            ours = await connection.scalar(
                text("SELECT pg_try_advisory_lock(:first, :second)"), LOCK
            )
            if not ours:
                await connection.close()
                return False
            self._connection = connection
        return bool(await self._connection.scalar(text("SELECT 1")))

    async def release(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            await connection.invalidate()
            await connection.close()
