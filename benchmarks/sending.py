"""Digests to thousands at Telegram's limit, with a kill in the middle; and building very many.

python -m benchmarks.sending [--recipients 5000] [--plans 100000]

By day only: digests keep the quiet hours.
"""

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from benchmarks.databases import Templates, opened
from benchmarks.processes import Child, start_bot, start_stand_in
from benchmarks.stand_in import StandIn
from bot import log
from bot.settings import Settings
from models.deputies import Mandate
from models.messaging import OutboxMessage
from models.news import DigestPlan, Subscription
from models.users import User
from services.digests.building import build_due
from services.unit_of_work import Database, UnitOfWork

FIRST = 500_001
LIMIT = 30  # messages a second
RATE = Settings().send_rate
CHUNK = 5_000
LOOK = 0.2
PATIENCE = 60.0  # seconds beyond the least it can take


@dataclass(frozen=True, slots=True)
class Sent:
    first_s: float
    share: float
    refused: int
    missed: int
    twice: int


def _chunks(count: int) -> Iterator[range]:
    return (range(start, min(start + CHUNK, count)) for start in range(0, count, CHUNK))


async def subscribers(database: Database, count: int) -> None:
    """So many people who follow deputies; their digests are due."""
    async with database.write() as uow:
        mandates = list(await uow.session.scalars(select(Mandate.id).order_by(Mandate.id)))
        for chunk in _chunks(count):
            await _add(uow, chunk, mandates)


async def _add(uow: UnitOfWork, chunk: range, mandates: list[int]) -> None:
    now = uow.now
    users = [
        {"id": FIRST + n, "telegram_id": FIRST + n, "language": "ru", "created_at": now}
        for n in chunk
    ]
    follows = [
        {
            "user_id": FIRST + n,
            "what": "deputy",
            "mandate_id": mandates[n % len(mandates)],
            "created_at": now,
        }
        for n in chunk
    ]
    plans = [
        {
            "user_id": FIRST + n,
            "cursor": now - timedelta(days=7),
            "next_at": now - timedelta(minutes=1),
        }
        for n in chunk
    ]
    rows: list[tuple[Any, list[dict[str, Any]]]] = [
        (User, users),
        (Subscription, follows),
        (DigestPlan, plans),
    ]
    for table, values in rows:
        await uow.session.execute(insert(table), values)


async def sending(folder: Path, recipients: int) -> Sent:
    url = await Templates(folder).copy()
    database = opened(url)
    await subscribers(database, recipients)
    child, api_url = await start_stand_in(folder, lean=True)
    try:
        async with StandIn(api_url) as telegram:
            await telegram.set_limits(overall=LIMIT, per_chat=1)
            return await _measured(folder, url, database, telegram, recipients)
    finally:
        await child.kill()
        await database.engine.dispose()


async def _measured(
    folder: Path, url: str, database: Database, telegram: StandIn, recipients: int
) -> Sent:
    begun = time.perf_counter()
    bot = await _bot(folder, telegram, url)
    await _until(telegram, 1, recipients)
    first_s = time.perf_counter() - begun
    await _until(telegram, recipients // 10, recipients)
    start, at = time.perf_counter(), (await telegram.stats())["sent"]
    await _until(telegram, recipients // 2, recipients)
    share = ((await telegram.stats())["sent"] - at) / (time.perf_counter() - start) / LIMIT
    await bot.kill()
    bot = await _bot(folder, telegram, url)
    try:
        await _all_done(database, recipients)
    finally:
        await bot.kill()
    got = await telegram.sent_to()
    counts = [got.get(str(FIRST + number), 0) for number in range(recipients)]
    twice = sum(one > 1 for one in counts)
    return Sent(first_s, share, (await telegram.stats())["refused"], counts.count(0), twice)


async def _bot(folder: Path, telegram: StandIn, url: str) -> Child:
    name = folder / f"bot-{time.monotonic_ns()}.log"
    return await start_bot(name, telegram.url, url, SEND_RATE=str(RATE), LOG_LEVEL="WARNING")


async def _until(telegram: StandIn, count: int, recipients: int) -> None:
    deadline = time.perf_counter() + recipients / LIMIT + PATIENCE
    while (await telegram.stats())["sent"] < count:
        if time.perf_counter() > deadline:
            raise TimeoutError(count)
        await asyncio.sleep(LOOK)


async def _all_done(database: Database, recipients: int) -> None:
    deadline = time.perf_counter() + recipients / LIMIT + PATIENCE
    done = select(func.count()).where(OutboxMessage.kind == "digest", OutboxMessage.state == "sent")
    while True:
        async with database.read() as uow:
            if (await uow.session.scalar(done) or 0) >= recipients:
                return
        if time.perf_counter() > deadline:
            raise TimeoutError(recipients)
        await asyncio.sleep(1)


async def building(folder: Path, plans: int) -> tuple[float, float, float]:
    """Seconds, and how many MB the process held before and at the most."""
    database = opened(await Templates(folder).copy())
    await subscribers(database, plans)
    before = most = _memory()
    begun, more = time.perf_counter(), True
    while more:
        async with database.write() as uow:
            more = await build_due(uow)
        most = max(most, _memory())
    seconds = time.perf_counter() - begun
    async with database.read() as uow:
        made = await uow.session.scalar(select(func.count(OutboxMessage.id)))
    assert made == plans, made
    await database.engine.dispose()
    return seconds, before, most


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


async def main(given: argparse.Namespace, folder: Path) -> None:
    if given.plans:
        seconds, before, most = await building(folder, given.plans)
        print(f"built {given.plans} digests in {seconds:.1f} s, {before:.0f} -> {most:.0f} MB")
    if given.recipients:
        found = await sending(folder, given.recipients)
        print(
            f"first after {found.first_s:.1f} s from the start, {found.share:.1%} of the limit, "
            f"{found.refused} x 429, missed {found.missed}, twice {found.twice}"
        )


if __name__ == "__main__":
    log.configure("WARNING")
    parser = argparse.ArgumentParser(description="digests at scale")
    parser.add_argument("--recipients", type=int, default=5_000)
    parser.add_argument("--plans", type=int, default=100_000)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        asyncio.run(main(parser.parse_args(), Path(name)))
