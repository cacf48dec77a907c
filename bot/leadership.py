"""One process among several sends and ticks. On SQLite there is only one process."""

from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from services.unit_of_work import Database

# Two numbers all processes agree on: locks of one number are those of chats (services/inbox.py).
LOCK = {"first": 0x6465_7075, "second": 0}


@dataclass
class Leadership:
    """A session lock of PostgreSQL: it is free the moment its holder dies."""

    database: Database
    _connection: AsyncConnection | None = field(default=None, repr=False)

    async def is_ours(self) -> bool:
        """True when this process leads, now."""
        if self.database.is_sqlite:
            return True
        try:
            return await self._hold()
        except DBAPIError:
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
