"""The scheduler only ticks: what is due is a question to the database (docs/decisions/0005)."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.keeper import Keeper
from bot.leadership import Leadership
from bot.log import where
from services.due_work import do_due_work
from services.unit_of_work import Database

log = structlog.get_logger()
TICK = "*/15"  # seconds of the clock: what is due at the full hour is not left until later
LOOK = 60


@dataclass
class Ticker:
    """Runs all due work of the moment; repeated runs change nothing."""

    database: Database
    queued: Callable[[], None]

    async def tick(self) -> None:
        await do_due_work(self.database)
        self.queued()

    async def tick_safely(self) -> None:
        try:
            await self.tick()
        except ExceptionGroup as errors:  # the next tick finds the same work
            for error in errors.exceptions:
                log.error("tick_failed", where=where(error))


def scheduler(ticker: Ticker, keeper: Keeper, leadership: Leadership) -> AsyncIOScheduler:
    """Ticks while this process leads. A late tick still runs, once."""

    async def tick() -> None:
        if await leadership.is_ours():
            await ticker.tick_safely()

    async def look_after_links() -> None:
        if await leadership.is_ours():
            await keeper.work_safely()

    found = AsyncIOScheduler(timezone="UTC")
    found.add_job(tick, "cron", second=TICK, coalesce=True, misfire_grace_time=None)
    # Apart from the tick: a site that does not answer must not hold up what is due.
    found.add_job(
        look_after_links, "interval", seconds=LOOK, coalesce=True, misfire_grace_time=None
    )
    return found
