"""One transaction, the moment it happens at, and the rules in force."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from services.rules import Rules, in_force


@dataclass(slots=True)
class UnitOfWork:
    """What a use case needs: the session of the transaction, `now` (aware, UTC) and the rules."""

    session: AsyncSession
    now: datetime
    rules: Rules
    admin_ids: frozenset[int] = frozenset()  # Telegram ids that coordinate everything
    process: dict[object, Any] = field(default_factory=dict)  # what outlives the transaction
    memory: dict[object, Any] = field(default_factory=dict)  # what one update has read so far

    def forget(self) -> None:
        """What follows sees the database anew."""
        self.memory.clear()
        self.session.expunge_all()


@dataclass
class Database:
    """Opens units of work.

    On SQLite all writers of the process share one lock: it has one writer at a time, and waiting
    here is fair and costs nothing, while waiting inside SQLite polls.
    """

    engine: AsyncEngine
    rules: Rules
    clock: Callable[[], datetime]
    admin_ids: frozenset[int] = frozenset()
    _writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _process: dict[object, Any] = field(default_factory=dict)

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        """Commits when the block ends, rolls back when it raises."""
        lock: AbstractAsyncContextManager[object] = (
            self._writing if self.is_sqlite else nullcontext()
        )
        async with (
            lock,
            AsyncSession(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield await self._unit(session)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[UnitOfWork]:
        """A transaction that never writes; on SQLite it runs beside the writer."""
        engine = self.engine.execution_options(reading=True)
        async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
            yield await self._unit(session)

    async def _unit(self, session: AsyncSession) -> UnitOfWork:
        """With the calendar as it stands in this very transaction: another process may edit it."""
        self.rules = await in_force(session, self.rules)
        return UnitOfWork(session, self.clock(), self.rules, self.admin_ids, self._process)
