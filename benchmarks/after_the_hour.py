"""How long after the full minute at which digests are due the first message goes out.

python -m benchmarks.after_the_hour [--plans 100000] [--rounds 3]

On a process that runs. By day only: digests keep the quiet hours.
"""

import argparse
import asyncio
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, update

from benchmarks.databases import Templates, opened
from benchmarks.processes import start_bot, start_stand_in
from benchmarks.sending import LIMIT, RATE, subscribers
from benchmarks.stand_in import StandIn
from bot import log
from bot.clock import Clock
from models.messaging import OutboxMessage
from models.news import DigestPlan
from services.unit_of_work import Database

MINUTE = timedelta(minutes=1)
AHEAD = timedelta(seconds=15)  # at least: all is in place by then
LOOK = 0.02
PATIENCE = timedelta(minutes=2)
now = Clock.real


async def _plan(database: Database) -> datetime:
    """All are due at one full minute; what waits from the round before is gone."""
    due = (now() + AHEAD).replace(second=0, microsecond=0) + MINUTE
    async with database.write() as uow:
        await uow.session.execute(delete(OutboxMessage).where(OutboxMessage.kind == "digest"))
        await uow.session.execute(
            update(DigestPlan).values(next_at=due, cursor=due - timedelta(days=7))
        )
    return due


async def _first(database: Database, telegram: StandIn) -> float:
    """Seconds from the minute to the first message at the stand-in."""
    due = await _plan(database)
    await asyncio.sleep((due - now()).total_seconds() - 1)
    before = (await telegram.stats())["sent"]
    while (await telegram.stats())["sent"] == before:
        if now() > due + PATIENCE:
            raise TimeoutError
        await asyncio.sleep(LOOK)
    return (now() - due).total_seconds()


async def main(given: argparse.Namespace, folder: Path) -> None:
    url = await Templates(folder).copy()
    database = opened(url)
    await subscribers(database, given.plans)
    await _plan(database)
    stand_in, api_url = await start_stand_in(folder, lean=True)
    async with StandIn(api_url) as telegram:
        await telegram.set_limits(overall=LIMIT, per_chat=1)
        name = folder / "bot.log"
        bot = await start_bot(name, telegram.url, url, SEND_RATE=str(RATE), LOG_LEVEL="INFO")
        try:
            for _ in range(given.rounds):
                print(f"{given.plans} due: {await _first(database, telegram):.1f} s")
        finally:
            await bot.kill()
    await stand_in.kill()
    await database.engine.dispose()


if __name__ == "__main__":
    log.configure("WARNING")
    parser = argparse.ArgumentParser(description="the first message after the hour")
    parser.add_argument("--plans", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder_name:
        asyncio.run(main(parser.parse_args(), Path(folder_name)))
