"""One bot, one round: started, measured, ended."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.databases import Templates, opened
from benchmarks.filling import fill
from benchmarks.load import Load
from benchmarks.processes import TOKEN, Child, start, start_bot, start_stand_in
from benchmarks.stand_in import StandIn
from services.unit_of_work import Database

WARM_UP = 400
BURST = 1_500
LETTERS = 200
CALM, BUSY = 100, 300  # updates a second
STEADY_SECONDS = 5
STORED = 5_000  # appeals in the database beforehand


@dataclass(frozen=True, slots=True)
class Sample:
    """What one bot showed in one round; 0 where it was not measured."""

    start_s: float
    memory_mb: float
    reads: float
    p95_calm_ms: float
    p95_ms: float
    letters: float = 0


@asynccontextmanager
async def telegram(folder: Path) -> AsyncIterator[StandIn]:
    """A stand-in in its own process, for one bot."""
    child, url = await start_stand_in(folder, lean=True)
    try:
        async with StandIn(url) as found:
            yield found
    finally:
        await child.kill()


async def asked(telegram: StandIn, child: Child) -> float:
    """Seconds from the start of the process to its first getUpdates."""
    while not (await telegram.stats())["calls"].get("getUpdates"):
        if not child.is_alive:
            raise RuntimeError(child.written()[-3000:])
        await asyncio.sleep(0.005)
    return time.perf_counter() - child.started_at


async def echo(folder: Path) -> Sample:
    async with telegram(folder) as stand_in:
        env = {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": stand_in.url}
        child = await start(["-m", "benchmarks.echo"], folder / "echo.log", env)
        try:
            return await _measured(stand_in, child, None)
        finally:
            await child.kill()


async def full(folder: Path, templates: Templates) -> Sample:
    """The whole bot on a database with some thousands of appeals."""
    url = await templates.copy()
    database = opened(url)
    await fill(database, STORED)
    try:
        async with telegram(folder) as stand_in:
            child = await start_bot(folder / "bot.log", stand_in.url, url, LOG_LEVEL="WARNING")
            try:
                return await _measured(stand_in, child, database)
            finally:
                await child.kill()
    finally:
        await database.engine.dispose()


async def _measured(stand_in: StandIn, child: Child, database: Database | None) -> Sample:
    start_s = await asked(stand_in, child)
    await asyncio.sleep(0.5)
    memory = child.memory_mb
    load = Load(stand_in)
    await load.reads(WARM_UP)
    reads = await load.reads(BURST)
    letters = await load.letters(LETTERS, database) if database else 0
    calm = await load.steady(CALM, STEADY_SECONDS)
    busy = await load.steady(BUSY, STEADY_SECONDS)
    return Sample(start_s, memory, reads, calm, busy, letters)
